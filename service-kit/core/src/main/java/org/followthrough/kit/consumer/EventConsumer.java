package org.followthrough.kit.consumer;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
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
 * event at fault stands alone. It gets a few more tries, since two writers may just have met, and
 * then becomes a dead letter; all others have had their effect.
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
  private final Predicate<Throwable> isTransient;

  EventConsumer(
      String channel,
      Function<List<ReceivedEvent>, Uni<Void>> effect,
      DeadLetters deadLetters,
      Predicate<Throwable> isTransient) {
    this.channel = channel;
    this.effect = effect;
    this.deadLetters = deadLetters;
    this.isTransient = isTransient;
  }

  /** Completes when every record has had its effect or lies safely with the dead letters. */
  public Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    List<Item> readable = new ArrayList<>(records.count());
    Uni<Void> unreadable = Uni.createFrom().voidItem();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        readable.add(new Item(record, ReceivedEvent.of(record)));
      } catch (UnreadableEventException e) {
        unreadable = unreadable.chain(() -> deadLetter(record, e.getMessage()));
      }
    }
    Executor home = home();
    return unreadable.chain(() -> apply(readable, home)).emitOn(home);
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
        .onFailure(isTransient)
        .invoke(e -> LOG.warnf("channel %s waits: %s", channel, e.getClass().getName()))
        .onFailure(isTransient)
        .retry()
        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
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
    if (failure instanceof UnreadableEventException) {
      return deadLetter(item.record(), reason(failure));
    }
    return Uni.createFrom()
        .voidItem()
        .emitOn(home)
        .chain(() -> attempt(List.of(item.event())))
        .onFailure()
        .retry()
        .withBackOff(FIRST_WAIT)
        .atMost(MORE_TRIES)
        .onFailure()
        .recoverWithUni(last -> giveUp(item, failure, last, home));
  }

  private Uni<Void> giveUp(Item item, Throwable first, Throwable last, Executor home) {
    return isTransient.test(last)
        ? apply(List.of(item), home)
        : deadLetter(item.record(), reason(first));
  }

  private Uni<Void> deadLetter(ConsumerRecord<String, byte[]> record, String reason) {
    return Uni.createFrom()
        .deferred(() -> deadLetters.bury(channel, record, reason))
        .onFailure()
        .invoke(e -> LOG.warnf("dead letter of %s waits: %s", channel, e.getClass().getName()))
        .onFailure()
        .retry()
        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
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

  // An exception's message may quote the payload, so only our own messages are kept. Mutiny wraps
  // the last failure of a bounded retry, so it is the first that is named.
  private static String reason(Throwable failure) {
    return failure instanceof UnreadableEventException
        ? failure.getMessage()
        : failure.getClass().getName();
  }
}
