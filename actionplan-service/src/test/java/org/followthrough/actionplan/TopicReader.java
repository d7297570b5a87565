package org.followthrough.actionplan;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.event.EventHeaders;

/** Reads what this service has published about an enrollment. */
@Singleton
public class TopicReader {

  private final String servers;

  TopicReader(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
    this.servers = servers;
  }

  /** Waits for so many events and answers with all of the enrollment, in their order. */
  public List<EventEnvelope> await(UUID enrollmentId, int count) {
    try (var consumer = consumer()) {
      // By id: what a slow broker acknowledges too late is published again.
      var found = new LinkedHashMap<UUID, EventEnvelope>();
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> poll(consumer, enrollmentId, found) >= count);
      poll(consumer, enrollmentId, found);
      return List.copyOf(found.values());
    }
  }

  public static String json(EventEnvelope event) {
    return new String(event.data(), StandardCharsets.UTF_8);
  }

  private static int poll(
      KafkaConsumer<String, byte[]> consumer, UUID enrollmentId, Map<UUID, EventEnvelope> found) {
    consumer
        .poll(Duration.ofMillis(300))
        .forEach(
            record -> {
              if (record.key().equals(enrollmentId.toString())) {
                EventEnvelope event = EventHeaders.fromRecord(record);
                found.putIfAbsent(event.id(), event);
              }
            });
    return found.size();
  }

  private KafkaConsumer<String, byte[]> consumer() {
    var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor("actionplan.plans.v1").stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }
}
