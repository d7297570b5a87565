package org.followthrough.booster.course;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.followthrough.booster.track.TrackWakeups;
import org.followthrough.kit.consumer.EventConsumer;
import org.followthrough.kit.consumer.EventConsumers;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.kit.event.EventJson;

/** Keeps the latest state of each course: its name joins it to its questions. */
@ApplicationScoped
class CourseEventsConsumer {

  private static final String UPSERTED = "enrollment.CourseUpserted.v1";

  private static final String KEEP =
      "INSERT INTO courses AS known (course_id, organization_id, external_id, title, language,"
          + " need_by, version) SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS c(course_id"
          + " uuid, organization_id uuid, external_id text, title text, language text, need_by"
          + " date, version bigint) ORDER BY course_id"
          + " ON CONFLICT (course_id) DO UPDATE SET external_id = excluded.external_id, title ="
          + " excluded.title, language = excluded.language, need_by = excluded.need_by, version ="
          + " excluded.version WHERE excluded.version > known.version";

  private final EventConsumer consumer;
  private final Pool pool;
  private final TrackWakeups tracks;

  CourseEventsConsumer(EventConsumers consumers, Pool pool, TrackWakeups tracks) {
    this.consumer = consumers.create("courses", this::apply);
    this.pool = pool;
    this.tracks = tracks;
  }

  @Incoming("courses")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return consumer.consume(records);
  }

  private Uni<Void> apply(List<ReceivedEvent> events) {
    Collection<ReceivedEvent> newest = newest(events);
    if (newest.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<UUID> courses = newest.stream().map(ReceivedEvent::subject).toList();
    return Uni.createFrom()
        .item(() -> json(newest))
        .chain(states -> pool.preparedQuery(KEEP).execute(Tuple.of(states)))
        .chain(() -> tracks.ofCourses(courses));
  }

  private static Collection<ReceivedEvent> newest(List<ReceivedEvent> events) {
    Map<UUID, ReceivedEvent> newest = new TreeMap<>();
    for (ReceivedEvent event : events) {
      if (event.type().equals(UPSERTED) && !event.isTombstone()) {
        newest.merge(
            event.subject(), event, (one, other) -> other.version() > one.version() ? other : one);
      }
    }
    return newest.values();
  }

  private static String json(Collection<ReceivedEvent> events) {
    ArrayNode rows = EventJson.mapper().createArrayNode();
    for (ReceivedEvent event : events) {
      CourseState state = event.payload(CourseState.class);
      rows.addObject()
          .put("course_id", event.subject().toString())
          .put("organization_id", event.organizationId().toString())
          .put("external_id", state.externalId())
          .put("title", state.title())
          .put("language", state.language())
          .put("need_by", state.needBy() == null ? null : state.needBy().toString())
          .put("version", event.version());
    }
    return rows.toString();
  }
}
