package org.followthrough.evaluation.followup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.followthrough.kit.consumer.EventConsumer;
import org.followthrough.kit.consumer.EventConsumers;

/**
 * Folds what the other services tell about enrollments. One consumer for all their topics: several
 * would meet at the same documents, and each time one of them would have to decide its batch again.
 */
@ApplicationScoped
class FollowupEventsConsumer {

  private final EventConsumer followups;

  FollowupEventsConsumer(EventConsumers consumers, Followups followups) {
    this.followups = consumers.create("followups", followups::fold);
  }

  @Incoming("followups")
  Uni<Void> followups(ConsumerRecords<String, byte[]> records) {
    return followups.consume(records);
  }
}
