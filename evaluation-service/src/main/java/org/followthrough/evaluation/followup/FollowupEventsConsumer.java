package org.followthrough.evaluation.followup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.followthrough.kit.consumer.EventConsumer;
import org.followthrough.kit.consumer.EventConsumers;

/** Folds what the other services tell about enrollments. */
@ApplicationScoped
class FollowupEventsConsumer {

  private final EventConsumer enrollments;
  private final EventConsumer plans;
  private final EventConsumer boosters;
  private final EventConsumer deliveries;

  FollowupEventsConsumer(EventConsumers consumers, Followups followups) {
    this.enrollments = consumers.create("enrollments", followups::fold);
    this.plans = consumers.create("plans", followups::fold);
    this.boosters = consumers.create("boosters", followups::fold);
    this.deliveries = consumers.create("deliveries", followups::fold);
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

  @Incoming("deliveries")
  Uni<Void> deliveries(ConsumerRecords<String, byte[]> records) {
    return deliveries.consume(records);
  }
}
