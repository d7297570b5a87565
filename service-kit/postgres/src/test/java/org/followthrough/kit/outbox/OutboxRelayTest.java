package org.followthrough.kit.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
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
import org.followthrough.kit.testing.contract.SampleEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class OutboxRelayTest {
  private static final Duration NEVER = Duration.ofHours(1);

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
      CompletableFuture<Integer> next = drains.poll(10, SECONDS);
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
    publishers = new Publishers(servers.bootstrapServers());
    relay =
        new OutboxRelay(
            new OneInstance<>(store), publishers.publisher(), new SimpleMeterRegistry(), NEVER);
    relay.start(null);
  }

  @AfterEach
  void stop() throws InterruptedException {
    relay.stop(null);
    publishers.close();
  }

  @Test
  void wakeShouldNotBeLostWhateverTheRelayIsDoing() throws InterruptedException {
    CompletableFuture<Integer> first = store.next();
    relay.wake();
    first.complete(0);

    CompletableFuture<Integer> second = store.next();
    relay.wake();
    relay.wake();
    second.completeExceptionally(new IllegalStateException("the store is away"));

    store.next().complete(0);
    relay.wake();
    store.next().complete(0);
  }

  @Test
  void fullBatchShouldBeFollowedByAnother() throws InterruptedException {
    store.next().complete(1_000);
    store.next().complete(999);

    await().during(Duration.ofMillis(300)).until(store.drains::isEmpty);
  }

  @Test
  void relayShouldStopThoughADrainHangs() throws InterruptedException {
    store.next();
    long start = System.nanoTime();

    relay.stop(null);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void publisherShouldAnswerAndCloseThoughTheBrokerIsGone() {
    List<PendingEvent> events = SampleEvents.of("a", 100);
    KafkaEventPublisher publisher = publishers.publisher();
    assertThat(publisher.publish(events).await().atMost(Duration.ofSeconds(20))).hasSize(100);

    servers.killKafka();
    List<PendingEvent> more = SampleEvents.of("b", 100);
    assertThat(publisher.publish(more).await().atMost(Duration.ofSeconds(30))).isEmpty();
    long start = System.nanoTime();
    publishers.close();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    servers.restartKafka();

    assertThat(took).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void eventsHandedOverTwiceDuringAnOutageShouldBeSentOnce() {
    KafkaEventPublisher publisher = publishers.publisher();
    String aggregate = UUID.randomUUID().toString();
    List<PendingEvent> events = SampleEvents.of(aggregate, 50);
    publisher.publish(SampleEvents.of("warm", 1)).await().atMost(Duration.ofSeconds(20));

    servers.killKafka();
    assertThat(publisher.publish(events).await().atMost(Duration.ofSeconds(30))).isEmpty();
    CompletableFuture<Set<UUID>> again =
        publisher.publish(events).subscribeAsCompletionStage().toCompletableFuture();
    servers.restartKafka();

    assertThat(again.orTimeout(60, SECONDS).join()).hasSize(50);
    assertThat(
            Topics.all(servers.bootstrapServers(), SampleEvents.TOPIC).stream()
                .filter(it -> it.key().equals(events.get(0).event().subject())))
        .extracting(it -> Topics.header(it, "ce_aggregateversion"))
        .containsExactlyElementsOf(
            events.stream().map(it -> Long.toString(it.event().aggregateVersion())).toList());
  }
}
