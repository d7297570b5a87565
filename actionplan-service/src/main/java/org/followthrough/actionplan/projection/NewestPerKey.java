package org.followthrough.actionplan.projection;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.followthrough.kit.consumer.ReceivedEvent;

/**
 * Reduces a batch to the newest event of each aggregate, sorted by id so that locks have an order.
 */
public final class NewestPerKey {

  private NewestPerKey() {}

  public static List<ReceivedEvent> of(Collection<ReceivedEvent> events) {
    var newest = new TreeMap<UUID, ReceivedEvent>();
    events.forEach(
        event ->
            newest.merge(
                event.subject(),
                event,
                (old, next) -> next.version() >= old.version() ? next : old));
    return List.copyOf(newest.values());
  }
}
