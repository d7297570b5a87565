package org.followthrough.reminder;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.followthrough.kit.testing.SettableClock;

/** The service clock of the tests: set, never running by itself. */
class TestClock {

  static final Instant START = Instant.parse("2027-01-04T09:00:00Z");

  @Produces
  @Alternative
  @Priority(1)
  @Singleton
  SettableClock clock() {
    return new SettableClock(START);
  }
}
