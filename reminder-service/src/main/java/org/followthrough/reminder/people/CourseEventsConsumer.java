package org.followthrough.reminder.people;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.followthrough.kit.consumer.EventConsumer;
import org.followthrough.kit.consumer.EventConsumers;
import org.followthrough.kit.consumer.ReceivedEvent;

/** Keeps the courses, and has the journeys planned again that follow another cadence now. */
@ApplicationScoped
class CourseEventsConsumer {

  private final Pool pool;
  private final CoursesProjection courses;
  private final CircumstanceChanges changes;
  private final EventConsumer consumer;

  CourseEventsConsumer(
      EventConsumers consumers, Pool pool, CoursesProjection courses, CircumstanceChanges changes) {
    this.pool = pool;
    this.courses = courses;
    this.changes = changes;
    this.consumer = consumers.create("courses", this::apply);
  }

  @Incoming("courses")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return consumer.consume(records);
  }

  private Uni<Void> apply(List<ReceivedEvent> events) {
    LatestEvents latest = LatestEvents.of(events);
    return pool.withTransaction(connection -> write(connection, latest))
        .chain(() -> changes.committed(latest.keys()));
  }

  private Uni<Void> write(SqlConnection transaction, LatestEvents latest) {
    return courses
        .upsert(transaction, latest.upserts())
        .call(() -> courses.erase(transaction, latest.tombstones()))
        .chain(changed -> changes.coursesChanged(transaction, changed));
  }
}
