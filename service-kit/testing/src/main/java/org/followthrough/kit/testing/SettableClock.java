package org.followthrough.kit.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until it is told the time. In a service's tests it takes the place of
 * the real one:
 *
 * <pre>{@code
 * @Produces @Alternative @Priority(1) @Singleton
 * SettableClock clock() { return new SettableClock(Instant.parse("2026-03-02T08:00:00Z")); }
 * }</pre>
 */
public final class SettableClock extends Clock {
  private final AtomicReference<Instant> time;
  private final ZoneId zone;

  public SettableClock(Instant start) {
    this(new AtomicReference<>(start), ZoneOffset.UTC);
  }

  private SettableClock(AtomicReference<Instant> time, ZoneId zone) {
    this.time = time;
    this.zone = zone;
  }

  public void set(Instant instant) {
    time.set(instant);
  }

  /** Returns the new time. */
  public Instant advance(Duration duration) {
    return time.updateAndGet(instant -> instant.plus(duration));
  }

  @Override
  public Instant instant() {
    return time.get();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** A view of the same clock: it is set and advanced together with this one. */
  @Override
  public SettableClock withZone(ZoneId other) {
    return new SettableClock(time, other);
  }
}
