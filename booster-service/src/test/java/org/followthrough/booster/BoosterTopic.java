package org.followthrough.booster;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.followthrough.kit.event.EventJson;

/**
 * What this service has published, as another service would see it: each event once, however often
 * it came.
 */
@Singleton
public class BoosterTopic {

  /** An event of the topic. */
  public record Published(EventEnvelope envelope, JsonNode data) {
    public boolean is(String name) {
      return envelope.type().equals("booster." + name + ".v1");
    }
  }

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<UUID, Published> seen = new LinkedHashMap<>();

  BoosterTopic(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor("booster.boosters.v1").stream()
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** The events of the enrollment, once there are at least so many. */
  public List<Published> await(UUID enrollmentId, int count) {
    Awaitility.await(count + " events of " + enrollmentId)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> of(enrollmentId).size() >= count);
    return of(enrollmentId);
  }

  /** The events of the enrollment so far. */
  public synchronized List<Published> of(UUID enrollmentId) {
    for (var record : consumer.poll(Duration.ofMillis(50))) {
      EventEnvelope envelope = EventHeaders.fromRecord(record);
      try {
        // The outbox gives at least once: a silent broker gets again what it may have taken.
        seen.putIfAbsent(
            envelope.id(), new Published(envelope, EventJson.mapper().readTree(record.value())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return seen.values().stream()
        .filter(each -> each.envelope().subject().equals(enrollmentId.toString()))
        .toList();
  }

  @PreDestroy
  synchronized void close() {
    consumer.close();
  }
}
