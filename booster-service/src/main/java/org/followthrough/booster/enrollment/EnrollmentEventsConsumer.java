package org.followthrough.booster.enrollment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.followthrough.booster.track.TrackWakeups;
import org.followthrough.kit.consumer.EventConsumer;
import org.followthrough.kit.consumer.EventConsumers;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.kit.event.EventJson;

/** Keeps the latest state of each enrollment and wakes its track. */
@ApplicationScoped
class EnrollmentEventsConsumer {

  private static final Set<String> TYPES =
      Set.of(
          "enrollment.LearnerEnrolled.v1",
          "enrollment.CohortRescheduled.v1",
          "enrollment.CourseCompleted.v1",
          "enrollment.EnrollmentWithdrawn.v1");

  private static final String KEEP =
      "INSERT INTO enrollments AS known (enrollment_id, organization_id, person_id, course_id,"
          + " status, completed_at, version) SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS"
          + " e(enrollment_id uuid, organization_id uuid, person_id uuid, course_id uuid, status"
          + " text, completed_at timestamptz, version bigint) ORDER BY enrollment_id"
          + " ON CONFLICT (enrollment_id) DO UPDATE SET status = excluded.status, completed_at ="
          + " excluded.completed_at, course_id = excluded.course_id, version = excluded.version"
          + " WHERE excluded.version > known.version RETURNING enrollment_id";

  private final EventConsumer consumer;
  private final Pool pool;
  private final TrackWakeups tracks;

  EnrollmentEventsConsumer(EventConsumers consumers, Pool pool, TrackWakeups tracks) {
    this.consumer = consumers.create("enrollments", this::apply);
    this.pool = pool;
    this.tracks = tracks;
  }

  @Incoming("enrollments")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return consumer.consume(records);
  }

  private Uni<Void> apply(List<ReceivedEvent> events) {
    Collection<ReceivedEvent> newest = newest(events);
    if (newest.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return pool.withTransaction(transaction -> keep(transaction, json(newest)))
        .invoke(tracks::wake);
  }

  private Uni<Void> keep(SqlConnection transaction, String states) {
    return transaction
        .preparedQuery(KEEP)
        .execute(Tuple.of(states))
        .map(EnrollmentEventsConsumer::ids)
        .chain(changed -> tracks.ofEnrollments(transaction, changed));
  }

  // One statement cannot touch a row twice; sorted, so that two batches cannot deadlock.
  private static Collection<ReceivedEvent> newest(List<ReceivedEvent> events) {
    Map<UUID, ReceivedEvent> newest = new TreeMap<>();
    for (ReceivedEvent event : events) {
      if (TYPES.contains(event.type()) && !event.isTombstone()) {
        newest.merge(
            event.subject(), event, (one, other) -> other.version() > one.version() ? other : one);
      }
    }
    return newest.values();
  }

  private static String json(Collection<ReceivedEvent> events) {
    ArrayNode rows = EventJson.mapper().createArrayNode();
    for (ReceivedEvent event : events) {
      EnrollmentState state = event.payload(EnrollmentState.class);
      rows.addObject()
          .put("enrollment_id", event.subject().toString())
          .put("organization_id", event.organizationId().toString())
          .put("person_id", state.personId().toString())
          .put("course_id", state.courseId().toString())
          .put("status", state.status())
          .put("completed_at", state.completedAt() == null ? null : state.completedAt().toString())
          .put("version", event.version());
    }
    return rows.toString();
  }

  private static List<UUID> ids(RowSet<Row> rows) {
    List<UUID> ids = new ArrayList<>(rows.size());
    rows.forEach(row -> ids.add(row.getUUID(0)));
    return ids;
  }
}
