package org.followthrough.kit.outbox;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where events wait between the commit that made them and the broker's acknowledgement.
 *
 * <p>Guarantees every adapter gives (OutboxContract): an event is visible to {@link #drain} only
 * once the state it belongs to is committed; it is removed only when the publisher named it as
 * acknowledged; events of one aggregate are handed over in the order they were appended, and never
 * to two drains at a time; a drain that dies leaves its events for the next. An event can thus be
 * published more than once, never not at all.
 */
public interface OutboxStore {

  /**
   * Hands up to {@code max} waiting events to the publisher and removes those it acknowledged.
   *
   * @param publisher answers with the ids of the events the broker has acknowledged
   * @return how many events were removed
   */
  Uni<Integer> drain(int max, Function<List<PendingEvent>, Uni<Set<UUID>>> publisher);

  /** How much waits. */
  Uni<Backlog> backlog();

  /**
   * What waits in the outbox.
   *
   * @param oldest age of the event that waits longest; zero where none waits
   */
  record Backlog(long events, Duration oldest) {}
}
