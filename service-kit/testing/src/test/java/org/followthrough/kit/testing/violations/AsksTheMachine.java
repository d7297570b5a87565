package org.followthrough.kit.testing.violations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;

/** Each method breaks the rule of the one clock, but the last, which is as it should be. */
final class AsksTheMachine {
  static Instant instant() {
    return Instant.now();
  }

  static LocalDate date() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  static long millis() {
    return System.currentTimeMillis();
  }

  @SuppressWarnings("JavaUtilDate")
  static Date legacy() {
    return new Date();
  }

  static Clock clock() {
    return Clock.systemUTC();
  }

  static void sleep() throws InterruptedException {
    Thread.sleep(1);
  }

  static LocalDate injected(Clock clock) {
    return LocalDate.now(clock);
  }

  private AsksTheMachine() {}
}
