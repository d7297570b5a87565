package org.followthrough.enrollment.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * When the events of one request came, by the clock: each a microsecond after the one before at
 * least, so that of two that tell no time the later one is later.
 */
final class Arrivals implements Supplier<Instant> {

  private final Clock clock;
  private Instant latest = Instant.MIN;

  Arrivals(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant get() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    latest = now.isAfter(latest) ? now : latest.plus(1, ChronoUnit.MICROS);
    return latest;
  }
}
