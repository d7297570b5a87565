package org.followthrough.evaluation.followup;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When the talk after a course counts as overdue: managers are asked two working days after
 * completion and reminded five working days later; only after that is it "not yet".
 */
public final class TalkPolicy {

  private static final int WORKING_DAYS = 7;

  private TalkPolicy() {}

  /** The first day on which a talk that was not held counts as missing. */
  public static LocalDate missingFrom(Progress completed) {
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

  /** Whether the talk was not held and should have been by that day. */
  public static boolean isMissing(Progress progress, LocalDate today) {
    return progress.isCompleted() && !progress.hasTalked() && !missingFrom(progress).isAfter(today);
  }
}
