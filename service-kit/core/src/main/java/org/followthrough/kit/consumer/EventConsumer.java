package org.followthrough.kit.consumer;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.followthrough.kit.deadletter.DeadLetters;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.event.TraceContext;
import org.followthrough.kit.event.UnreadableEventException;
import org.jboss.logging.Logger;

/**
 * Applies polled batches: all of a batch in one transaction where possible. A fault of the
 * infrastructure is waited out in place; a batch that fails for another reason is halved until the
 * event at fault stands alone. Unless its fault is known to stay, it gets a few more tries, since
 * two writers may just have met; then it becomes a dead letter. All others have had their effect.
 *
 * <p>Every try runs on the Vert.x context the batch came on, so that an effect may use a Hibernate
 * Reactive session as well as the pool.
 */
public final class EventConsumer {

  private static final Logger LOG = Logger.getLogger(EventConsumer.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final int MORE_TRIES = 3;

  private record Item(ConsumerRecord<String, byte[]> record, ReceivedEvent event) {}

  private final String channel;
  private final Function<List<ReceivedEvent>, Uni<Void>> effect;
  private final DeadLetters deadLetters;
  private final KnownFaults faults;
  private final Duration firstWait;

  EventConsumer(
      String channel,
      Function<List<ReceivedEvent>, Uni<Void>> effect,
      DeadLetters deadLetters,
      KnownFaults faults) {
    this(channel, effect, deadLetters, faults, FIRST_WAIT);
  }

  /** With another wait before the first retry; each later one is twice as long. */
  EventConsumer(
      String channel,
      Function<List<ReceivedEvent>, Uni<Void>> effect,
      DeadLetters deadLetters,
      KnownFaults faults,
      Duration firstWait) {
    this.channel = channel;
    this.effect = effect;
    this.deadLetters = deadLetters;
    this.faults = faults;
    this.firstWait = firstWait;
  }

  /** Completes when every record has had its effect or lies safely with the dead letters. */
  public Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    List<Item> readable = new ArrayList<>(records.count());
    List<Uni<Void>> burials = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        readable.add(new Item(record, ReceivedEvent.of(record)));
      } catch (UnreadableEventException e) {
        burials.add(deadLetter(record, e.getMessage()));
      }
    }
    Executor home = home();
    return together(burials)
        .chain(() -> apply(readable, home))
        .chain(() -> forgetErased(readable))
        .emitOn(home);
  }

  private static Uni<Void> together(List<Uni<Void>> letters) {
    return letters.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(letters).andFailFast().replaceWithVoid();
  }

  // What a tombstone erased must not lie with the dead letters, nor come back by a replay.
  private Uni<Void> forgetErased(List<Item> items) {
    List<ConsumerRecord<String, byte[]>> tombstones =
        items.stream().filter(it -> it.event().isTombstone()).map(Item::record).toList();
    return tombstones.isEmpty()
        ? Uni.createFrom().voidItem()
        : together(
            deadLetters.all().stream()
                .filter(
                    letter -> tombstones.stream().anyMatch(it -> isErasedBy(it, letter.record())))
                .map(letter -> persistently(() -> deadLetters.forget(letter.id())))
                .toList());
  }

  private static boolean isErasedBy(
      ConsumerRecord<String, byte[]> tombstone, ConsumerRecord<String, byte[]> buried) {
    return buried.value() != null
        && buried.topic().equals(tombstone.topic())
        && buried.partition() == tombstone.partition()
        && buried.offset() < tombstone.offset()
        && Objects.equals(buried.key(), tombstone.key());
  }

  /** What may be shown of a failure of {@link #replay}: no part of the payload. */
  public String reason(Throwable failure) {
    return faults.reason(failure);
  }

  /**
   * Applies one record again, without dead-lettering it: its failure is the caller's to show.
   *
   * @return fails with what the effect failed with, or with {@link UnreadableEventException}
   */
  public Uni<Void> replay(ConsumerRecord<String, byte[]> record) {
    return Uni.createFrom()
        .item(() -> ReceivedEvent.of(record))
        .chain(event -> attempt(List.of(event)));
  }

  private Uni<Void> apply(List<Item> items, Executor home) {
    if (items.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<ReceivedEvent> events = items.stream().map(Item::event).toList();
    return Uni.createFrom()
        .voidItem()
        .emitOn(home)
        .chain(() -> attempt(events))
        .onFailure(faults::isTransient)
        .invoke(e -> LOG.warnf("channel %s waits: %s", channel, e.getClass().getName()))
        .onFailure(faults::isTransient)
        .retry()
        .withBackOff(firstWait, LONGEST_WAIT)
        .indefinitely()
        .onFailure()
        .recoverWithUni(failure -> isolate(items, failure, home));
  }

  private Uni<Void> attempt(List<ReceivedEvent> events) {
    TraceContext.set(commonTrace(events));
    return effect.apply(events);
  }

  private Uni<Void> isolate(List<Item> items, Throwable failure, Executor home) {
    if (items.size() == 1) {
      return tryAlone(items.get(0), failure, home);
    }
    int half = items.size() / 2;
    return apply(items.subList(0, half), home)
        .chain(() -> apply(items.subList(half, items.size()), home));
  }

  private Uni<Void> tryAlone(Item item, Throwable failure, Executor home) {
    if (faults.isPermanent(failure)) {
      return deadLetter(item.record(), faults.reason(failure));
    }
    return Uni.createFrom()
        .voidItem()
        .emitOn(home)
        .chain(() -> attempt(List.of(item.event())))
        .onFailure()
        .retry()
        .withBackOff(firstWait)
        .atMost(MORE_TRIES)
        .onFailure()
        // Mutiny wraps the last failure of a bounded retry, so it is the first that is named.
        .recoverWithUni(last -> giveUp(item, failure, last, home));
  }

  private Uni<Void> giveUp(Item item, Throwable first, Throwable last, Executor home) {
    return faults.isTransient(last)
        ? apply(List.of(item), home)
        : deadLetter(item.record(), faults.reason(first));
  }

  private Uni<Void> deadLetter(ConsumerRecord<String, byte[]> record, String reason) {
    return persistently(() -> deadLetters.bury(channel, record, reason));
  }

  private Uni<Void> persistently(Supplier<Uni<? extends Void>> letter) {
    return Uni.createFrom()
        .<Void>deferred(letter)
        .onFailure()
        .invoke(e -> LOG.warnf("dead letter of %s waits: %s", channel, e.getClass().getName()))
        .onFailure()
        .retry()
        .withBackOff(firstWait, LONGEST_WAIT)
        .indefinitely();
  }

  /** The trace that all of these events belong to, or null where they are of several. */
  private static String commonTrace(List<ReceivedEvent> events) {
    Set<String> traces =
        events.stream()
            .map(ReceivedEvent::envelope)
            .map(EventEnvelope::traceparent)
            .map(String::valueOf)
            .collect(Collectors.toSet());
    return traces.size() == 1 ? traces.iterator().next() : null;
  }

  // A retry comes on a timer's thread, where no Hibernate session may be opened.
  private static Executor home() {
    Context context = Vertx.currentContext();
    return context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
  }
}
