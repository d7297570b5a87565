package org.followthrough.evaluation.outcome;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.followthrough.evaluation.followup.Followup;

/**
 * When the talk after a course counts as overdue: managers are asked two working days after
 * completion and reminded five working days later; only after that is it "not yet".
 */
final class TalkPolicy {

  static final int WORKING_DAYS = 7;

  private TalkPolicy() {}

  /** The first day on which a talk that was not held counts as missing. */
  static LocalDate missingFrom(Followup completed) {
    LocalDate day = LocalDate.ofInstant(completed.completedAt(), ZoneOffset.UTC);
    int left = WORKING_DAYS;
    while (left > 0) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day.plusDays(1);
  }

  static boolean isDue(Followup followup, LocalDate today) {
    return followup.isCompleted() && !missingFrom(followup).isAfter(today);
  }
}
