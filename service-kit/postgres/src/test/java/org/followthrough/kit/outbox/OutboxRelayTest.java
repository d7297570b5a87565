package org.followthrough.kit.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.followthrough.kit.app.Topics;
import org.followthrough.kit.stack.Contracts;
import org.followthrough.kit.stack.Servers;
import org.followthrough.kit.testing.InMemoryOutbox;
import org.followthrough.kit.testing.contract.SampleEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class OutboxRelayTest {
  private static final Duration NEVER = Duration.ofHours(1);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  // Long for a broker that is there, short for one that is gone.
  private static final Duration IMPATIENCE = Duration.ofSeconds(4);

  // A drain that hangs would go on for a minute, and a producer would wait for a broker for ever.
  private static final Duration SOON = Duration.ofSeconds(30);

  /** Every drain waits until the test ends it. */
  private static final class HeldStore implements OutboxStore {
    private final BlockingQueue<CompletableFuture<Integer>> drains = new LinkedBlockingQueue<>();

    @Override
    public Uni<Integer> drain(int max, Function<List<PendingEvent>, Uni<Set<UUID>>> publisher) {
      CompletableFuture<Integer> drain = new CompletableFuture<>();
      drains.add(drain);
      return Uni.createFrom().completionStage(drain);
    }

    @Override
    public Uni<Backlog> backlog() {
      return Uni.createFrom().item(new Backlog(0, Duration.ZERO));
    }

    CompletableFuture<Integer> next() throws InterruptedException {
      CompletableFuture<Integer> next = drains.poll(LIMIT.toSeconds(), SECONDS);
      assertThat(next).as("a drain").isNotNull();
      return next;
    }
  }

  private final HeldStore store = new HeldStore();
  private final Servers servers = Contracts.servers();
  private Publishers publishers;
  private OutboxRelay relay;

  @BeforeEach
  void start() {
    publishers = new Publishers(servers.bootstrapServers(), IMPATIENCE);
    relay = relay(store);
    relay.start(null);
  }

  private OutboxRelay relay(OutboxStore of) {
    return relay(of, publishers);
  }

  private static OutboxRelay relay(OutboxStore of, Publishers to) {
    return new OutboxRelay(new OneInstance<>(of), to.publisher(), new SimpleMeterRegistry(), NEVER);
  }

  @AfterEach
  void stop() throws InterruptedException {
    relay.stop(null);
    publishers.close();
  }

  // Each drain finds something, so that nothing but a wake brings the next.
  @Test
  void wakeShouldNotBeLostWhateverTheRelayIsDoing() throws InterruptedException {
    CompletableFuture<Integer> first = store.next();
    relay.wake();
    first.complete(1);

    CompletableFuture<Integer> second = store.next();
    relay.wake();
    relay.wake();
    second.completeExceptionally(new IllegalStateException("the store is away"));

    store.next().complete(1);
    relay.wake();
    store.next().complete(1);
  }

  @Test
  void eventBehindAnotherInstanceShouldNotWaitForTheSweep() throws InterruptedException {
    String aggregate = UUID.randomUUID().toString();
    InMemoryOutbox outbox = new InMemoryOutbox(Clock.systemUTC());
    outbox.append(SampleEvents.of(aggregate, 1));
    CompletableFuture<Set<UUID>> acknowledged = new CompletableFuture<>();
    outbox
        .drain(1, events -> Uni.createFrom().completionStage(acknowledged))
        .subscribe()
        .with(drained -> {});
    OutboxRelay other = relay(outbox);
    other.start(null);

    outbox.append(List.of(SampleEvents.event(aggregate, 2)));
    other.wake();
    await().atMost(LIMIT).during(Duration.ofMillis(300)).until(() -> outbox.waiting().size() == 2);
    acknowledged.complete(Set.of(outbox.waiting().get(0).event().id()));

    await().atMost(LIMIT).until(() -> outbox.waiting().isEmpty());
    other.stop(null);
  }

  @Test
  void fullBatchShouldBeFollowedByAnother() throws InterruptedException {
    store.next().complete(1_000);
    store.next().complete(999);

    await().atMost(LIMIT).during(Duration.ofMillis(300)).until(store.drains::isEmpty);
  }

  @Test
  void eventThatNoTopicTakesShouldHoldUpItsOwnAggregateAlone() throws InterruptedException {
    String stuck = UUID.randomUUID().toString();
    InMemoryOutbox outbox = new InMemoryOutbox(Clock.systemUTC());
    outbox.append(List.of(SampleEvents.sized(stuck, 1, 2_000_000), SampleEvents.event(stuck, 2)));
    for (int i = 0; i < 25; i++) {
      outbox.append(SampleEvents.of(UUID.randomUUID().toString(), 100));
    }
    // Whatever is not acknowledged in time would wait for the sweep, which never comes.
    try (Publishers patience = new Publishers(servers.bootstrapServers(), SOON)) {
      publishUntilAcknowledged(patience, SampleEvents.event("warm", 1));
      OutboxRelay patient = relay(outbox, patience);

      patient.start(null);

      await().atMost(LIMIT).until(() -> outbox.waiting().size() == 2);
      assertThat(outbox.waiting())
          .extracting(it -> it.event().aggregateVersion())
          .containsExactly(1L, 2L);
      patient.stop(null);
    }
  }

  @Test
  void relayShouldStopThoughADrainHangs() throws InterruptedException {
    store.next();
    long start = System.nanoTime();

    relay.stop(null);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }

  @Test
  void publisherShouldAnswerAndCloseThoughTheBrokerIsGone() {
    publishUntilAcknowledged(publishers, SampleEvents.event("a", 1));

    servers.killKafka();
    try {
      assertThat(publish(SampleEvents.of("b", 100))).isEmpty();
      long start = System.nanoTime();
      publishers.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    } finally {
      servers.restartKafka();
    }
  }

  @Test
  void eventsHandedOverTwiceDuringAnOutageShouldBeSentOnce() {
    String aggregate = UUID.randomUUID().toString();
    List<PendingEvent> events = SampleEvents.of(aggregate, 50);
    publishUntilAcknowledged(publishers, SampleEvents.event("warm", 1));

    // Once the producer notices that the broker is gone, it forgets the topic and takes nothing.
    servers.freezeKafka();
    try {
      assertThat(publish(events)).isEmpty();
      assertThat(publish(events)).isEmpty();
    } finally {
      servers.killKafka();
      servers.restartKafka();
    }

    // Of the same key, so behind all that is on its way; alone it may be there twice.
    publishUntilAcknowledged(publishers, SampleEvents.event(aggregate, 51));
    assertThat(
            Topics.all(servers.bootstrapServers(), SampleEvents.TOPIC).stream()
                .filter(it -> it.key().equals(events.get(0).event().subject()))
                .map(it -> Topics.header(it, "ce_aggregateversion"))
                .filter(version -> !version.equals("51")))
        .containsExactlyElementsOf(
            events.stream().map(it -> Long.toString(it.event().aggregateVersion())).toList());
  }

  private Set<UUID> publish(List<PendingEvent> events) {
    return publish(publishers, events);
  }

  private static Set<UUID> publish(Publishers to, List<PendingEvent> events) {
    return to.publisher().publish(events).await().atMost(LIMIT);
  }

  private static void publishUntilAcknowledged(Publishers to, PendingEvent event) {
    await().atMost(LIMIT).until(() -> publish(to, List.of(event)).size() == 1);
  }
}
