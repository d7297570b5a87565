package org.followthrough.reminder.dispatch;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a person may get mail: by day, and on working days unless it is a booster. */
final class SendWindow {

  private static final LocalTime OPENS = LocalTime.of(8, 0);
  private static final LocalTime CLOSES = LocalTime.of(18, 0);
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private SendWindow() {}

  /** The moment itself where it is inside a window, else the next window's opening. */
  static ZonedDateTime onOrAfter(ZonedDateTime moment, boolean booster) {
    LocalDate day = moment.toLocalDate();
    LocalTime time = moment.toLocalTime();
    if (isOpenOn(day, booster) && time.isBefore(CLOSES)) {
      return time.isBefore(OPENS) ? day.atTime(OPENS).atZone(moment.getZone()) : moment;
    }
    LocalDate next = day.plusDays(1);
    while (!isOpenOn(next, booster)) {
      next = next.plusDays(1);
    }
    return next.atTime(OPENS).atZone(moment.getZone());
  }

  /** The morning of the first day with a window, from this day on. */
  static ZonedDateTime morning(LocalDate day, ZoneId zone, boolean booster) {
    LocalDate open = day;
    while (!isOpenOn(open, booster)) {
      open = open.plusDays(1);
    }
    return open.atTime(MORNING).atZone(zone);
  }

  private static boolean isOpenOn(LocalDate day, boolean booster) {
    return booster
        || (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
  }
}
