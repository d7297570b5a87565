package org.followthrough.kit.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.followthrough.kit.event.EventHeaders;
import org.jboss.logging.Logger;

/**
 * Publishes with {@code acks=all} and an idempotent producer, all records of a batch in flight
 * together, and says which of them the broker acknowledged.
 *
 * <p>Order per key holds through an outage: the producer never gives a record up, a record on its
 * way is not sent again, and after one that cannot be sent none of its key follows.
 */
@Singleton
public class KafkaEventPublisher {

  private static final Logger LOG = Logger.getLogger(KafkaEventPublisher.class);
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private final Duration answer;
  private final KafkaProducer<String, byte[]> producer;
  private final Map<UUID, CompletableFuture<Void>> inFlight = new ConcurrentHashMap<>();

  // send() blocks while it waits for a topic's metadata, so it may not run on an event loop.
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(task -> daemon(task, "event-publisher"));

  @Inject
  KafkaEventPublisher(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this(bootstrapServers, ANSWER);
  }

  /**
   * Connects when it is first used.
   *
   * @param answer how long a batch may take before what is not acknowledged is given back
   */
  KafkaEventPublisher(String bootstrapServers, Duration answer) {
    this.answer = answer;
    this.producer =
        new KafkaProducer<>(
            settings(bootstrapServers), new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * Publishes a batch.
   *
   * @return the ids of the events that the broker has acknowledged, once it has decided on all of
   *     them or 15 seconds are over; the others are to be handed over again, in the same order
   */
  public Uni<Set<UUID>> publish(List<PendingEvent> events) {
    return onSender(() -> sendAll(events));
  }

  /** Publishes one raw record; completes with the broker's acknowledgement. */
  public Uni<Void> publishRaw(ProducerRecord<String, byte[]> record) {
    return onSender(() -> sendRaw(record));
  }

  private <T> Uni<T> onSender(Supplier<CompletableFuture<T>> work) {
    return Uni.createFrom()
        .completionStage(
            () -> CompletableFuture.supplyAsync(work, sender).thenCompose(sent -> sent));
  }

  private CompletableFuture<Set<UUID>> sendAll(List<PendingEvent> events) {
    Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    Map<String, UUID> refused = new ConcurrentHashMap<>();
    Set<String> blocked = new HashSet<>();
    List<CompletableFuture<Void>> sends = new ArrayList<>(events.size());
    for (PendingEvent pending : events) {
      if (blocked.contains(pending.event().subject())) {
        continue;
      }
      CompletableFuture<Void> sent = inFlight(pending);
      UUID id = pending.event().id();
      sends.add(sent.handle((nothing, e) -> note(id, e, acknowledged, refused)));
      if (sent.isCompletedExceptionally()) {
        blocked.add(pending.event().subject());
        if (isUnreachable(sent)) {
          break;
        }
      }
    }
    return CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, answer.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(done -> Set.copyOf(acknowledged))
        .whenComplete((ids, failure) -> tell(events.size(), ids.size(), refused));
  }

  private static Void note(
      UUID id, Throwable failure, Set<UUID> acknowledged, Map<String, UUID> refused) {
    if (failure == null) {
      acknowledged.add(id);
    } else {
      refused.putIfAbsent(rootOf(failure).getClass().getName(), id);
    }
    return null;
  }

  // Once for a batch, with one event as an example: an outage concerns all of them.
  private static void tell(int handed, int acknowledged, Map<String, UUID> refused) {
    if (acknowledged < handed) {
      LOG.warnf(
          "%d of %d events stay in the outbox: %s",
          handed - acknowledged, handed, refused.isEmpty() ? "no answer yet" : refused);
    }
  }

  private CompletableFuture<Void> inFlight(PendingEvent pending) {
    UUID id = pending.event().id();
    CompletableFuture<Void> already = inFlight.get(id);
    if (already != null) {
      return already;
    }
    CompletableFuture<Void> sent = sendRaw(EventHeaders.toRecord(pending.topic(), pending.event()));
    inFlight.put(id, sent);
    return sent.whenComplete((nothing, failure) -> inFlight.remove(id));
  }

  // Without metadata each further send would block as long as this one has.
  private static boolean isUnreachable(CompletableFuture<Void> failed) {
    return failed
        .handle(
            (nothing, e) -> rootOf(e) instanceof org.apache.kafka.common.errors.TimeoutException)
        .join();
  }

  private static Throwable rootOf(Throwable failure) {
    return failure.getCause() == null ? failure : rootOf(failure.getCause());
  }

  private CompletableFuture<Void> sendRaw(ProducerRecord<String, byte[]> record) {
    var acknowledged = new CompletableFuture<Void>();
    try {
      producer.send(record, (metadata, failure) -> complete(acknowledged, failure));
    } catch (RuntimeException e) {
      acknowledged.completeExceptionally(e);
    }
    return acknowledged;
  }

  private static void complete(CompletableFuture<Void> acknowledged, Exception failure) {
    if (failure == null) {
      acknowledged.complete(null);
    } else {
      acknowledged.completeExceptionally(failure);
    }
  }

  /** Waits for what is on its way, for two seconds at most; the rest stays in the outbox. */
  @PreDestroy
  void close() {
    sender.shutdownNow();
    producer.close(Duration.ofSeconds(2));
  }

  private static Map<String, Object> settings(String bootstrapServers) {
    var settings = new HashMap<String, Object>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    // A record given up while later ones of its key are on their way would break their order.
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    return settings;
  }

  private static Thread daemon(Runnable task, String name) {
    var thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
