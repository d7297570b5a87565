package org.followthrough.reminder.dispatch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.event.EventHeaders;

/** What of one organization is told on {@code reminder.deliveries.v1}, from its beginning. */
final class PublishedDeliveries implements AutoCloseable {

  private final UUID organizationId;
  private final KafkaConsumer<String, byte[]> consumer;
  // By id: every event may be told more than once.
  private final Map<UUID, EventEnvelope> events = new LinkedHashMap<>();

  PublishedDeliveries(UUID organizationId) {
    this.organizationId = organizationId;
    String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers, "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        consumer.partitionsFor(DeliveryEvents.TOPIC).stream()
            .map(PublishedDeliveries::partition)
            .toList());
  }

  /** Types of the events about these touches, as many as are expected. */
  List<String> awaitTypes(int count) {
    Awaitility.await("events about deliveries")
        .atMost(Duration.ofMinutes(2))
        .pollDelay(Duration.ZERO)
        .until(() -> poll() >= count);
    return events.values().stream().map(EventEnvelope::type).toList();
  }

  private int poll() {
    consumer.poll(Duration.ofMillis(200)).forEach(record -> add(EventHeaders.fromRecord(record)));
    return events.size();
  }

  private void add(EventEnvelope event) {
    if (event.organizationId().equals(organizationId)) {
      events.put(event.id(), event);
    }
  }

  private static TopicPartition partition(PartitionInfo known) {
    return new TopicPartition(known.topic(), known.partition());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
