package org.followthrough.kit.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.followthrough.kit.event.EventHeaders;

/**
 * Publishes with {@code acks=all} and an idempotent producer, all records of a batch in flight
 * together, and says which of them the broker acknowledged.
 */
@Singleton
public class KafkaEventPublisher {

  private final KafkaProducer<String, byte[]> producer;

  // send() blocks while it waits for a topic's metadata, so it may not run on an event loop.
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(task -> daemon(task, "event-publisher"));

  KafkaEventPublisher(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.producer =
        new KafkaProducer<>(
            settings(bootstrapServers), new StringSerializer(), new ByteArraySerializer());
  }

  /** Publishes a batch; the answer comes when the broker has decided on every record. */
  public Uni<Set<UUID>> publish(List<PendingEvent> events) {
    return Uni.createFrom()
        .completionStage(
            () -> CompletableFuture.supplyAsync(() -> sendAll(events), sender).thenCompose(f -> f));
  }

  /** Publishes one raw record and waits for its acknowledgement. */
  public Uni<Void> publishRaw(ProducerRecord<String, byte[]> record) {
    return Uni.createFrom()
        .completionStage(
            () -> CompletableFuture.supplyAsync(() -> sendRaw(record), sender).thenCompose(f -> f));
  }

  private CompletableFuture<Set<UUID>> sendAll(List<PendingEvent> events) {
    Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    List<CompletableFuture<Void>> sends = new ArrayList<>(events.size());
    for (PendingEvent pending : events) {
      sends.add(
          sendRaw(EventHeaders.toRecord(pending.topic(), pending.event()))
              .thenRun(() -> acknowledged.add(pending.event().id()))
              .exceptionally(failure -> null));
    }
    producer.flush();
    return CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new))
        .thenApply(done -> acknowledged);
  }

  private CompletableFuture<Void> sendRaw(ProducerRecord<String, byte[]> record) {
    var acknowledged = new CompletableFuture<Void>();
    producer.send(
        record,
        (metadata, failure) -> {
          if (failure == null) {
            acknowledged.complete(null);
          } else {
            acknowledged.completeExceptionally(failure);
          }
        });
    return acknowledged;
  }

  @PreDestroy
  void close() {
    sender.shutdown();
    producer.close(Duration.ofSeconds(5));
  }

  private static Map<String, Object> settings(String bootstrapServers) {
    var settings = new HashMap<String, Object>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    return settings;
  }

  private static Thread daemon(Runnable task, String name) {
    var thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
