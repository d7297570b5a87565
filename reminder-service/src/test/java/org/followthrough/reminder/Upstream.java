package org.followthrough.reminder;

import static java.util.concurrent.TimeUnit.SECONDS;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.event.EventHeaders;

/** Publishes what the other services would. */
@Singleton
public class Upstream {

  /** An event and where it goes. */
  public record Message(
      String topic, String type, UUID id, long version, UUID organizationId, Object payload) {}

  private final KafkaProducer<String, byte[]> producer;
  private final EventComposer composer;

  Upstream(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, Clock clock) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    this.composer = new EventComposer(clock, "upstream");
  }

  /** In this order, where they go to one partition; returns when the broker has all of them. */
  public void publish(List<Message> messages) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    messages.forEach(m -> sent.add(producer.send(EventHeaders.toRecord(m.topic(), envelope(m)))));
    for (Future<RecordMetadata> future : sent) {
      try {
        future.get(60, SECONDS);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  public void publish(Message... messages) {
    publish(List.of(messages));
  }

  public EventEnvelope envelope(Message message) {
    return composer.compose(
        message.type(),
        message.id(),
        message.version(),
        message.organizationId(),
        message.payload());
  }

  @PreDestroy
  void close() {
    producer.close();
  }
}
