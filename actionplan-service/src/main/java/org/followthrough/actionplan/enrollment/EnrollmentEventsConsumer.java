package org.followthrough.actionplan.enrollment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.followthrough.actionplan.projection.NewestPerKey;
import org.followthrough.kit.consumer.EventConsumer;
import org.followthrough.kit.consumer.EventConsumers;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.kit.event.EventJson;

/** Keeps the latest state of each enrollment. */
@ApplicationScoped
class EnrollmentEventsConsumer {

  static final Set<String> TYPES =
      Set.of(
          "enrollment.LearnerEnrolled.v1",
          "enrollment.CohortRescheduled.v1",
          "enrollment.CourseCompleted.v1",
          "enrollment.EnrollmentWithdrawn.v1");

  private static final String UPSERT =
      "INSERT INTO enrollments (enrollment_id, organization_id, learner_id, course_id, starts_on,"
          + " ends_on, completed_at, status, version)"
          + " SELECT enrollment_id, organization_id, learner_id, course_id, starts_on, ends_on,"
          + " completed_at, status, version"
          + " FROM jsonb_to_recordset(CAST(CAST($1 AS text) AS jsonb)) AS e(enrollment_id uuid,"
          + " organization_id uuid, learner_id uuid, course_id uuid, starts_on date, ends_on date,"
          + " completed_at timestamptz, status text, version bigint)"
          + " ON CONFLICT (enrollment_id) DO UPDATE SET organization_id = excluded.organization_id,"
          + " learner_id = excluded.learner_id, course_id = excluded.course_id,"
          + " starts_on = excluded.starts_on, ends_on = excluded.ends_on,"
          + " completed_at = excluded.completed_at, status = excluded.status,"
          + " version = excluded.version WHERE enrollments.version < excluded.version";

  private final EventConsumer consumer;
  private final Pool pool;

  EnrollmentEventsConsumer(EventConsumers consumers, Pool pool) {
    this.consumer = consumers.create("enrollments", this::apply);
    this.pool = pool;
  }

  @Incoming("enrollments")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return consumer.consume(records);
  }

  private Uni<Void> apply(List<ReceivedEvent> events) {
    List<ReceivedEvent> newest =
        NewestPerKey.of(
            events.stream()
                .filter(event -> TYPES.contains(event.type()) && !event.isTombstone())
                .toList());
    return newest.isEmpty()
        ? Uni.createFrom().voidItem()
        : pool.preparedQuery(UPSERT).execute(Tuple.of(rows(newest))).replaceWithVoid();
  }

  private static String rows(List<ReceivedEvent> events) {
    ArrayNode rows = EventJson.mapper().createArrayNode();
    for (ReceivedEvent event : events) {
      EnrollmentState state = event.payload(EnrollmentState.class);
      rows.addObject()
          .put("enrollment_id", state.enrollmentId().toString())
          .put("organization_id", event.organizationId().toString())
          .put("learner_id", state.personId().toString())
          .put("course_id", state.courseId().toString())
          .put("starts_on", text(state.startsOn()))
          .put("ends_on", text(state.endsOn()))
          .put("completed_at", text(state.completedAt()))
          .put("status", state.status())
          .put("version", event.version());
    }
    return rows.toString();
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
