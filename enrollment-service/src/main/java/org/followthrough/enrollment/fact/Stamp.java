package org.followthrough.enrollment.fact;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where a fact stands among others about the same thing: by the HR system's {@code time}, then by
 * the event's id and source, so that any two facts have an order that does not depend on arrival.
 */
public record Stamp(Instant time, String eventId, String source) implements Comparable<Stamp> {

  private static final Comparator<Stamp> ORDER =
      Comparator.comparing(Stamp::time).thenComparing(Stamp::eventId).thenComparing(Stamp::source);

  @Override
  public int compareTo(Stamp other) {
    return ORDER.compare(this, other);
  }

  /** Whether this is later than what stands; later than nothing it always is. */
  public boolean isAfter(Stamp standing) {
    return standing == null || compareTo(standing) > 0;
  }
}
