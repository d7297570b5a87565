package org.followthrough.reminder.cadence;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * When a mail of a step would come too late.
 *
 * @param period counted from the day it is due; null for the other kinds
 */
public record StaleAfter(Kind kind, Period period) {

  /** What the end hangs on. */
  public enum Kind {
    PERIOD,
    COHORT_START,
    BOOSTER_EXPIRES
  }

  public static StaleAfter days(int days) {
    return new StaleAfter(Kind.PERIOD, Period.ofDays(days));
  }

  public static StaleAfter at(Kind kind) {
    return new StaleAfter(kind, null);
  }

  /** Reads {@code P7D}, {@code cohort-start} or {@code booster-expires}. */
  static Optional<StaleAfter> parse(String text) {
    Optional<StaleAfter> named =
        WireNames.find(Kind.class, text)
            .filter(kind -> kind != Kind.PERIOD)
            .map(kind -> new StaleAfter(kind, null));
    return named.or(() -> parsePeriod(text));
  }

  private static Optional<StaleAfter> parsePeriod(String text) {
    try {
      return Optional.of(new StaleAfter(Kind.PERIOD, Period.parse(text)))
          .filter(stale -> isSensible(stale.period()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static boolean isSensible(Period period) {
    long months = period.toTotalMonths();
    return !period.isNegative() && !period.isZero() && months <= 60 && period.getDays() <= 2000;
  }

  public String wireName() {
    return kind == Kind.PERIOD ? period.toString() : WireNames.of(kind);
  }
}
