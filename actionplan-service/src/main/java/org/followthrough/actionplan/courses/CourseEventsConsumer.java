package org.followthrough.actionplan.courses;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.followthrough.actionplan.projection.NewestPerKey;
import org.followthrough.kit.consumer.EventConsumer;
import org.followthrough.kit.consumer.EventConsumers;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.kit.event.EventJson;

/** Keeps the latest state of each course. */
@ApplicationScoped
class CourseEventsConsumer {

  private static final String UPSERT =
      "INSERT INTO courses (course_id, organization_id, external_id, title, behaviours, version)"
          + " SELECT course_id, organization_id, external_id, title, behaviours, version"
          + " FROM jsonb_to_recordset(CAST(CAST($1 AS text) AS jsonb)) AS c(course_id uuid,"
          + " organization_id uuid, external_id text, title text, behaviours text[],"
          + " version bigint)"
          + " ON CONFLICT (course_id) DO UPDATE SET organization_id = excluded.organization_id,"
          + " external_id = excluded.external_id, title = excluded.title,"
          + " behaviours = excluded.behaviours, version = excluded.version"
          + " WHERE courses.version < excluded.version";

  private final EventConsumer consumer;
  private final Pool pool;

  CourseEventsConsumer(EventConsumers consumers, Pool pool) {
    this.consumer = consumers.create("courses", this::apply);
    this.pool = pool;
  }

  @Incoming("courses")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return consumer.consume(records);
  }

  private Uni<Void> apply(List<ReceivedEvent> events) {
    List<ReceivedEvent> newest =
        NewestPerKey.of(
            events.stream()
                .filter(event -> event.type().equals("enrollment.CourseUpserted.v1"))
                .filter(event -> !event.isTombstone())
                .toList());
    return newest.isEmpty()
        ? Uni.createFrom().voidItem()
        : pool.preparedQuery(UPSERT).execute(Tuple.of(rows(newest))).replaceWithVoid();
  }

  private static String rows(List<ReceivedEvent> events) {
    ArrayNode rows = EventJson.mapper().createArrayNode();
    for (ReceivedEvent event : events) {
      CourseState state = event.payload(CourseState.class);
      ObjectNode row =
          rows.addObject()
              .put("course_id", state.courseId().toString())
              .put("organization_id", event.organizationId().toString())
              .put("external_id", state.externalId())
              .put("title", state.title())
              .put("version", event.version());
      state.behaviours().forEach(row.putArray("behaviours")::add);
    }
    return rows.toString();
  }
}
