package org.followthrough.kit.consumer;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.followthrough.kit.deadletter.DeadLetters;
import org.followthrough.kit.event.UnreadableEventException;
import org.jboss.logging.Logger;

/**
 * Applies polled batches: all of a batch in one transaction where possible. A fault of the
 * infrastructure is waited out in place; a batch that fails for another reason is halved until the
 * event at fault stands alone and becomes a dead letter, and all others have had their effect.
 */
public final class EventConsumer {

  private static final Logger LOG = Logger.getLogger(EventConsumer.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

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
    return unreadable.chain(() -> apply(readable));
  }

  /** Applies one record again, without dead-lettering it: its failure is the caller's to show. */
  public Uni<Void> replay(ConsumerRecord<String, byte[]> record) {
    return Uni.createFrom()
        .item(() -> ReceivedEvent.of(record))
        .chain(event -> effect.apply(List.of(event)));
  }

  private Uni<Void> apply(List<Item> items) {
    if (items.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<ReceivedEvent> events = items.stream().map(Item::event).toList();
    return Uni.createFrom()
        .deferred(() -> effect.apply(events))
        .onFailure(isTransient)
        .invoke(e -> LOG.warnf("channel %s waits: %s", channel, e.getClass().getName()))
        .onFailure(isTransient)
        .retry()
        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
        .indefinitely()
        .onFailure()
        .recoverWithUni(failure -> isolate(items, failure));
  }

  private Uni<Void> isolate(List<Item> items, Throwable failure) {
    if (items.size() == 1) {
      return deadLetter(items.get(0).record(), reason(failure));
    }
    int half = items.size() / 2;
    return apply(items.subList(0, half)).chain(() -> apply(items.subList(half, items.size())));
  }

  private Uni<Void> deadLetter(ConsumerRecord<String, byte[]> record, String reason) {
    return deadLetters
        .bury(channel, record, reason)
        .onFailure()
        .retry()
        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
        .indefinitely();
  }

  // An exception's message may quote the payload, so only our own messages are kept.
  private static String reason(Throwable failure) {
    return failure instanceof UnreadableEventException
        ? failure.getMessage()
        : failure.getClass().getName();
  }
}
