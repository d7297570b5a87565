package org.followthrough.kit.testing.violations;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes past the outbox. */
final class PublishesDirectly {
  private final KafkaProducer<String, String> producer;

  PublishesDirectly(KafkaProducer<String, String> producer) {
    this.producer = producer;
  }

  Object publish() {
    return producer.send(new ProducerRecord<>("topic", "value"));
  }
}
