package org.followthrough.booster.track;

import java.time.LocalDate;
import java.util.List;
import org.followthrough.booster.BoosterConfig;

/**
 * How far apart questions come. Gaps grow with right answers in a row: spaced retrieval works best
 * at a tenth to a fifth of the time until the need.
 */
record Gaps(int first, List<Integer> right, int wrong, int answerWithin, int lastDay, int longest) {

  Gaps {
    right = List.copyOf(right);
    if (right.isEmpty() || answerWithin < 1 || first < 0 || wrong < 0) {
      throw new IllegalArgumentException("booster.gaps: days must be positive, right not empty");
    }
  }

  static Gaps of(BoosterConfig.Gaps config) {
    return new Gaps(
        config.first(),
        config.right(),
        config.wrong(),
        config.answerWithin(),
        config.lastDay(),
        config.longest());
  }

  int afterRight(int inARow) {
    return right.get(Math.min(inARow, right.size()) - 1);
  }

  /** The last day on which a question may be due: day 90, or the need date where that is later. */
  LocalDate lastDayAfter(LocalDate completedOn, LocalDate needBy) {
    LocalDate usual = completedOn.plusDays(lastDay);
    if (needBy == null || needBy.isBefore(usual)) {
      return usual;
    }
    LocalDate limit = completedOn.plusDays(longest);
    return needBy.isBefore(limit) ? needBy : limit;
  }
}
