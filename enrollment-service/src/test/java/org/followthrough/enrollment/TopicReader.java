package org.followthrough.enrollment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.event.EventHeaders;

/** Reads what one organization has on a topic, from the beginning to the present end. */
public final class TopicReader {

  private TopicReader() {}

  public static List<EventEnvelope> read(String topic, UUID organizationId) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return readToEnd(consumer, organizationId);
    }
  }

  private static List<EventEnvelope> readToEnd(
      KafkaConsumer<String, byte[]> consumer, UUID organizationId) {
    List<EventEnvelope> events = new ArrayList<>();
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      consumer
          .poll(Duration.ofMillis(200))
          .forEach(
              record -> {
                EventEnvelope event = EventHeaders.fromRecord(record);
                if (event.organizationId().equals(organizationId)) {
                  events.add(event);
                }
              });
    }
    return events;
  }

  /** The event with the highest version of each aggregate. */
  public static Map<String, EventEnvelope> latest(List<EventEnvelope> events) {
    Map<String, EventEnvelope> latest = new HashMap<>();
    events.forEach(
        event ->
            latest.merge(
                event.subject(),
                event,
                (a, b) -> a.aggregateVersion() >= b.aggregateVersion() ? a : b));
    return latest;
  }
}
