package org.followthrough.kit.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.followthrough.kit.outbox.OutboxStore;
import org.followthrough.kit.outbox.PendingEvent;
import org.junit.jupiter.api.Test;

/**
 * What every {@link OutboxStore} guarantees, whatever it is made of. An adapter's test implements
 * the three methods below; each test starts with an empty outbox.
 */
public interface OutboxContract {

  Duration LIMIT = Duration.ofSeconds(60);

  /** The adapter under test; empty at the start of each test. */
  OutboxStore store();

  /** A change of state that commits, with these events of one aggregate. */
  Uni<Void> commit(List<PendingEvent> events);

  /** The same change, but it fails after the events were appended; the Uni fails too. */
  Uni<Void> failToCommit(List<PendingEvent> events);

  @Test
  default void eventsShouldBeHandedOverOnceTheirStateIsCommitted() {
    List<PendingEvent> events = SampleEvents.of("a", 3);
    await(commit(events));

    assertThat(drained(100)).containsExactlyElementsOf(ids(events));
  }

  @Test
  default void changeThatFailsShouldLeaveNoEvent() {
    List<PendingEvent> events = SampleEvents.of("a", 3);

    assertThatThrownBy(() -> await(failToCommit(events))).isInstanceOf(RuntimeException.class);

    assertThat(drained(100)).isEmpty();
    assertThat(await(store().backlog()).events()).isZero();
  }

  @Test
  default void eventShouldComeBackUnchanged() {
    PendingEvent event = SampleEvents.full("a");
    PendingEvent tombstone = SampleEvents.tombstone("b");
    await(commit(List.of(event)));
    await(commit(List.of(tombstone)));

    List<PendingEvent> seen = new ArrayList<>();
    await(store().drain(100, events -> acknowledge(events, seen)));

    assertThat(seen)
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyInAnyOrder(event, tombstone);
  }

  @Test
  default void eventsOfOneAggregateShouldKeepTheirOrder() {
    List<PendingEvent> first = SampleEvents.of("a", 40);
    List<PendingEvent> second = SampleEvents.of("b", 40);
    for (int i = 0; i < 40; i += 4) {
      await(commit(first.subList(i, i + 4)));
      await(commit(second.subList(i, i + 4)));
    }

    List<PendingEvent> seen = new ArrayList<>();
    while (await(store().drain(7, events -> acknowledge(events, seen))) > 0) {
      assertThat(seen.size()).isLessThanOrEqualTo(80);
    }

    assertThat(ofAggregate(seen, first)).containsExactlyElementsOf(ids(first));
    assertThat(ofAggregate(seen, second)).containsExactlyElementsOf(ids(second));
  }

  @Test
  default void drainShouldHandOverNoMoreThanItWasAskedFor() {
    await(commit(SampleEvents.of("a", 9)));

    List<PendingEvent> seen = new ArrayList<>();
    int removed = await(store().drain(4, events -> acknowledge(events, seen)));

    assertThat(seen).hasSize(4);
    assertThat(removed).isEqualTo(4);
  }

  @Test
  default void onlyAcknowledgedEventsShouldBeRemoved() {
    List<PendingEvent> events = SampleEvents.of("a", 5);
    await(commit(events));

    int removed =
        await(store().drain(100, handed -> Uni.createFrom().item(Set.copyOf(ids(events, 0, 2)))));

    assertThat(removed).isEqualTo(2);
    assertThat(await(store().backlog()).events()).isEqualTo(3);
    assertThat(drained(100)).containsExactlyElementsOf(ids(events, 2, 5));
  }

  @Test
  default void publisherThatAcknowledgesNothingShouldLeaveEverything() {
    List<PendingEvent> events = SampleEvents.of("a", 2);
    await(commit(events));

    assertThat(await(store().drain(100, handed -> Uni.createFrom().item(Set.of())))).isZero();

    assertThat(drained(100)).containsExactlyElementsOf(ids(events));
  }

  @Test
  default void drainThatDiesShouldLeaveItsEvents() {
    List<PendingEvent> events = SampleEvents.of("a", 2);
    await(commit(events));
    Function<List<PendingEvent>, Uni<Set<UUID>>> dying =
        handed -> Uni.createFrom().failure(new IllegalStateException("died at work"));

    assertThatThrownBy(() -> await(store().drain(100, dying))).isInstanceOf(RuntimeException.class);

    assertThat(drained(100)).containsExactlyElementsOf(ids(events));
  }

  @Test
  default void twoDrainsShouldNeverHoldTheSameAggregate() {
    for (int i = 0; i < 20; i++) {
      await(commit(SampleEvents.of("aggregate-" + i, 2)));
    }
    CompletableFuture<Set<UUID>> acknowledgement = new CompletableFuture<>();
    AtomicReference<List<PendingEvent>> held = new AtomicReference<>();
    CompletableFuture<List<PendingEvent>> holding = new CompletableFuture<>();
    CompletableFuture<Integer> first =
        store()
            .drain(
                10,
                events -> {
                  held.set(events);
                  holding.complete(events);
                  return Uni.createFrom().completionStage(acknowledgement);
                })
            .subscribeAsCompletionStage();
    Set<String> heldAggregates = aggregates(holding.orTimeout(60, TimeUnit.SECONDS).join());

    List<PendingEvent> meanwhile = new ArrayList<>();
    await(store().drain(100, events -> acknowledge(events, meanwhile)));
    assertThat(aggregates(meanwhile)).doesNotContainAnyElementsOf(heldAggregates);

    acknowledgement.complete(Set.copyOf(ids(held.get())));
    assertThat(first.orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo(10);
    drainToTheEnd();
    assertThat(await(store().backlog()).events()).isZero();
  }

  @Test
  default void backlogShouldCountWhatWaits() {
    await(commit(SampleEvents.of("a", 3)));
    await(commit(SampleEvents.of("b", 2)));

    OutboxStore.Backlog backlog = await(store().backlog());
    assertThat(backlog.events()).isEqualTo(5);
    assertThat(backlog.oldest().isNegative()).isFalse();

    drainToTheEnd();
    assertThat(await(store().backlog())).isEqualTo(new OutboxStore.Backlog(0, Duration.ZERO));
  }

  @Test
  default void drainOfAnEmptyOutboxShouldNotAskThePublisher() {
    List<PendingEvent> seen = new ArrayList<>();

    assertThat(await(store().drain(100, events -> acknowledge(events, seen)))).isZero();

    assertThat(seen).isEmpty();
  }

  /** Drains until nothing comes any more. */
  default void drainToTheEnd() {
    List<PendingEvent> seen = new ArrayList<>();
    while (await(store().drain(100, events -> acknowledge(events, seen))) > 0) {
      assertThat(seen).doesNotHaveDuplicates();
    }
  }

  private List<UUID> drained(int max) {
    List<PendingEvent> seen = new ArrayList<>();
    await(store().drain(max, events -> acknowledge(events, seen)));
    return ids(seen);
  }

  private static Uni<Set<UUID>> acknowledge(List<PendingEvent> events, List<PendingEvent> seen) {
    seen.addAll(events);
    return Uni.createFrom().item(Set.copyOf(ids(events)));
  }

  private static List<UUID> ids(List<PendingEvent> events) {
    return events.stream().map(pending -> pending.event().id()).toList();
  }

  private static List<UUID> ids(List<PendingEvent> events, int from, int to) {
    return ids(events.subList(from, to));
  }

  private static List<UUID> ofAggregate(List<PendingEvent> seen, List<PendingEvent> like) {
    String subject = like.get(0).event().subject();
    Stream<PendingEvent> own = seen.stream().filter(it -> it.event().subject().equals(subject));
    return own.map(pending -> pending.event().id()).toList();
  }

  private static Set<String> aggregates(List<PendingEvent> events) {
    return events.stream().map(it -> it.event().subject()).collect(Collectors.toSet());
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LIMIT);
  }
}
