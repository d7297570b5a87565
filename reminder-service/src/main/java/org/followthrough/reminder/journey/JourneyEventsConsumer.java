package org.followthrough.reminder.journey;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.followthrough.kit.consumer.EventConsumer;
import org.followthrough.kit.consumer.EventConsumers;

/**
 * Takes in what four services tell about enrollments. The facts make order and repeats harmless.
 */
@ApplicationScoped
class JourneyEventsConsumer {

  private final EventConsumer enrollments;
  private final EventConsumer plans;
  private final EventConsumer boosters;
  private final EventConsumer evaluations;

  JourneyEventsConsumer(EventConsumers consumers, PlanningBacklog planning) {
    this.enrollments = consumers.create("enrollments", planning::apply);
    this.plans = consumers.create("plans", planning::apply);
    this.boosters = consumers.create("boosters", planning::apply);
    this.evaluations = consumers.create("evaluations", planning::apply);
  }

  @Incoming("enrollments")
  Uni<Void> enrollments(ConsumerRecords<String, byte[]> records) {
    return enrollments.consume(records);
  }

  @Incoming("plans")
  Uni<Void> plans(ConsumerRecords<String, byte[]> records) {
    return plans.consume(records);
  }

  @Incoming("boosters")
  Uni<Void> boosters(ConsumerRecords<String, byte[]> records) {
    return boosters.consume(records);
  }

  @Incoming("evaluations")
  Uni<Void> evaluations(ConsumerRecords<String, byte[]> records) {
    return evaluations.consume(records);
  }
}
