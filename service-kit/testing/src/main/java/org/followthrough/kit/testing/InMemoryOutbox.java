package org.followthrough.kit.testing;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.followthrough.kit.outbox.OutboxStore;
import org.followthrough.kit.outbox.PendingEvent;

/** An outbox for unit tests; every append commits at once. */
public final class InMemoryOutbox implements OutboxStore {

  private record Row(Instant at, PendingEvent pending) {}

  private final Clock clock;
  private final List<Row> rows = new ArrayList<>();
  private final Set<String> held = new HashSet<>();

  public InMemoryOutbox(Clock clock) {
    this.clock = clock;
  }

  /** Appends and commits. */
  public synchronized void append(Collection<PendingEvent> events) {
    events.forEach(pending -> rows.add(new Row(clock.instant(), pending)));
  }

  /** What waits, oldest first. */
  public synchronized List<PendingEvent> waiting() {
    return rows.stream().map(Row::pending).toList();
  }

  @Override
  public Uni<Integer> drain(int max, Function<List<PendingEvent>, Uni<Set<UUID>>> publisher) {
    return Uni.createFrom().deferred(() -> publish(hold(max), publisher));
  }

  private Uni<Integer> publish(
      List<PendingEvent> events, Function<List<PendingEvent>, Uni<Set<UUID>>> publisher) {
    if (events.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    return publisher
        .apply(events)
        .map(acknowledged -> remove(events, acknowledged))
        .onTermination()
        .invoke(() -> release(events));
  }

  private synchronized List<PendingEvent> hold(int max) {
    List<PendingEvent> free =
        rows.stream()
            .map(Row::pending)
            .filter(pending -> !held.contains(pending.event().subject()))
            .limit(max)
            .toList();
    held.addAll(subjects(free));
    return free;
  }

  private synchronized void release(List<PendingEvent> events) {
    held.removeAll(subjects(events));
  }

  private synchronized int remove(List<PendingEvent> events, Set<UUID> acknowledged) {
    int before = rows.size();
    rows.removeIf(
        row -> events.contains(row.pending()) && acknowledged.contains(row.pending().event().id()));
    return before - rows.size();
  }

  private static Set<String> subjects(List<PendingEvent> events) {
    return events.stream().map(it -> it.event().subject()).collect(Collectors.toSet());
  }

  @Override
  public synchronized Uni<Backlog> backlog() {
    Duration oldest =
        rows.isEmpty() ? Duration.ZERO : Duration.between(rows.get(0).at(), clock.instant());
    return Uni.createFrom().item(new Backlog(rows.size(), oldest));
  }
}
