package org.followthrough.reminder.dispatch;

import java.time.Duration;

/** How long a touch waits after its relay put it off: from five minutes to four hours. */
final class Backoff {

  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(4);
  private static final int DOUBLINGS = 6;
  private static final double JITTER = 0.2;

  private Backoff() {}

  /**
   * @param attempts how often it was put off before
   * @param chance from 0 to 1; the wait is never shorter than the unjittered one, for greylisting
   */
  static Duration after(int attempts, double chance) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
    Duration capped = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    return capped.plusMillis(Math.round(capped.toMillis() * JITTER * chance));
  }
}
