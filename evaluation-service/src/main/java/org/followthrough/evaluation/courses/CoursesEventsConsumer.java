package org.followthrough.evaluation.courses;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.followthrough.kit.consumer.EventConsumer;
import org.followthrough.kit.consumer.EventConsumers;
import org.followthrough.kit.consumer.ReceivedEvent;

/** Keeps the projection of courses. */
@ApplicationScoped
class CoursesEventsConsumer {

  private final EventConsumer consumer;
  private final Courses courses;

  CoursesEventsConsumer(EventConsumers consumers, Courses courses) {
    this.courses = courses;
    this.consumer = consumers.create("courses", this::apply);
  }

  @Incoming("courses")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return consumer.consume(records);
  }

  private Uni<Void> apply(List<ReceivedEvent> events) {
    Map<UUID, Course> newest = new LinkedHashMap<>();
    for (ReceivedEvent event : events) {
      if (event.type().equals(CourseUpserted.TYPE) && !event.isTombstone()) {
        newest.merge(event.subject(), read(event), CoursesEventsConsumer::newer);
      }
    }
    return courses.keep(newest.values());
  }

  private static Course read(ReceivedEvent event) {
    return event
        .payload(CourseUpserted.class)
        .course(event.subject(), event.organizationId(), event.version());
  }

  private static Course newer(Course one, Course other) {
    return other.version() > one.version() ? other : one;
  }
}
