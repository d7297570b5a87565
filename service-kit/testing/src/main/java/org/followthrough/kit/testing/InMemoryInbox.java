package org.followthrough.kit.testing;

import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.followthrough.kit.consumer.Inbox;
import org.followthrough.kit.consumer.ReceivedEvent;

/** An inbox for unit tests. */
public final class InMemoryInbox implements Inbox<InMemoryInbox.Transaction> {

  private record Seen(String consumer, UUID eventId) {}

  /** What one piece of work has seen; forgotten if the work fails. */
  public static final class Transaction {
    private final Set<Seen> seen = new HashSet<>();
  }

  private final Set<Seen> committed = new HashSet<>();

  /** Runs the work; what it saw stays seen unless it fails. */
  public <R> Uni<R> inTransaction(Function<Transaction, Uni<R>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              var transaction = new Transaction();
              return work.apply(transaction)
                  .onFailure()
                  .invoke(() -> forget(transaction))
                  .onCancellation()
                  .invoke(() -> forget(transaction));
            });
  }

  @Override
  public Uni<List<ReceivedEvent>> firstSeen(
      Transaction transaction, String consumer, List<ReceivedEvent> events) {
    return Uni.createFrom()
        .item(() -> events.stream().filter(it -> record(transaction, consumer, it)).toList());
  }

  private synchronized boolean record(Transaction transaction, String consumer, ReceivedEvent it) {
    var seen = new Seen(consumer, it.id());
    return committed.add(seen) && transaction.seen.add(seen);
  }

  private synchronized void forget(Transaction transaction) {
    committed.removeAll(transaction.seen);
  }
}
