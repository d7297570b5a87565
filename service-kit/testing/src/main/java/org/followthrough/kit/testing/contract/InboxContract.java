package org.followthrough.kit.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.followthrough.kit.consumer.Inbox;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Inbox} guarantees.
 *
 * @param <T> the transaction
 */
public interface InboxContract<T> {

  Duration LIMIT = Duration.ofSeconds(60);

  /** The adapter under test; empty at the start of each test. */
  Inbox<T> inbox();

  /** Runs the work in a transaction, which commits unless the work fails. */
  <R> Uni<R> inTransaction(Function<T, Uni<R>> work);

  @Test
  default void eventsShouldBeFirstSeenInTheirOrder() {
    List<ReceivedEvent> events = events(5);

    assertThat(await(firstSeen("a", events))).containsExactlyElementsOf(events);
  }

  @Test
  default void eventShouldBeFirstSeenOnlyOnce() {
    List<ReceivedEvent> events = events(4);
    await(firstSeen("a", events.subList(0, 2)));

    assertThat(await(firstSeen("a", events))).containsExactlyElementsOf(events.subList(2, 4));
    assertThat(await(firstSeen("a", events))).isEmpty();
  }

  @Test
  default void eventTwiceInABatchShouldBeFirstSeenOnce() {
    List<ReceivedEvent> events = events(2);
    List<ReceivedEvent> doubled = Stream.concat(events.stream(), events.stream()).toList();

    assertThat(await(firstSeen("a", doubled))).containsExactlyElementsOf(events);
  }

  @Test
  default void emptyBatchShouldBeFine() {
    assertThat(await(firstSeen("a", List.of()))).isEmpty();
  }

  @Test
  default void consumersShouldNotKnowOfEachOther() {
    List<ReceivedEvent> events = events(2);
    await(firstSeen("a", events));

    assertThat(await(firstSeen("b", events))).containsExactlyElementsOf(events);
  }

  @Test
  default void transactionThatFailsShouldLeaveItsEventsUnseen() {
    List<ReceivedEvent> events = events(3);
    Uni<Object> failing =
        inTransaction(
            transaction ->
                inbox()
                    .firstSeen(transaction, "a", events)
                    .chain(() -> Uni.createFrom().failure(new IllegalStateException("effect"))));

    assertThatThrownBy(() -> await(failing)).isInstanceOf(RuntimeException.class);

    assertThat(await(firstSeen("a", events))).containsExactlyElementsOf(events);
  }

  @Test
  default void transactionsThatMeetShouldShareTheEventsOut() {
    List<ReceivedEvent> events = events(50);
    Random random = new Random(42);
    List<CompletableFuture<List<ReceivedEvent>>> racing =
        IntStream.range(0, 8)
            .mapToObj(
                racer -> {
                  List<ReceivedEvent> shuffled = new ArrayList<>(events);
                  Collections.shuffle(shuffled, random);
                  return firstSeen("a", shuffled).subscribeAsCompletionStage();
                })
            .toList();

    List<ReceivedEvent> seen =
        racing.stream()
            .flatMap(race -> await(Uni.createFrom().completionStage(race)).stream())
            .toList();
    assertThat(seen).containsExactlyInAnyOrderElementsOf(events);
  }

  private Uni<List<ReceivedEvent>> firstSeen(String consumer, List<ReceivedEvent> events) {
    return inTransaction(transaction -> inbox().firstSeen(transaction, consumer, events));
  }

  private static List<ReceivedEvent> events(int count) {
    return SampleEvents.of("a", count).stream()
        .map(pending -> new ReceivedEvent(pending.topic(), pending.event()))
        .toList();
  }

  private static <R> R await(Uni<R> uni) {
    return uni.await().atMost(LIMIT);
  }
}
