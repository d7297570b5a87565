package org.followthrough.kit.consumer;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Remembers which events had their effect, in the transaction of that effect.
 *
 * @param <T> the transaction, e.g. a database connection
 */
public interface Inbox<T> {

  /**
   * Records the events as seen and answers with those that were not seen before, in their order,
   * each once. Insert, not check: two transactions can never both get the same event.
   */
  Uni<List<ReceivedEvent>> firstSeen(T transaction, String consumer, List<ReceivedEvent> events);
}
