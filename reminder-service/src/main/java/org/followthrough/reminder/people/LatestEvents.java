package org.followthrough.reminder.people;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.followthrough.kit.consumer.ReceivedEvent;

/**
 * The newest event of each key in a batch of a compacted topic, in the order of the keys, so that
 * two transactions cannot deadlock. A tombstone has no version: it counts by its place.
 */
record LatestEvents(List<ReceivedEvent> upserts, UUID[] tombstones) {

  static LatestEvents of(List<ReceivedEvent> events) {
    var byKey = new TreeMap<UUID, ReceivedEvent>();
    events.forEach(event -> byKey.merge(event.subject(), event, LatestEvents::later));
    return new LatestEvents(
        byKey.values().stream().filter(event -> !event.isTombstone()).toList(),
        byKey.entrySet().stream()
            .filter(entry -> entry.getValue().isTombstone())
            .map(Map.Entry::getKey)
            .toArray(UUID[]::new));
  }

  /** Whom or what the upserts are about. */
  UUID[] keys() {
    return upserts.stream().map(ReceivedEvent::subject).toArray(UUID[]::new);
  }

  private static ReceivedEvent later(ReceivedEvent first, ReceivedEvent second) {
    boolean outdated =
        !first.isTombstone() && !second.isTombstone() && second.version() < first.version();
    return outdated ? first : second;
  }
}
