package org.followthrough.reminder.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When we propose to hold a talk: twenty minutes, two working days ahead, in the morning where the
 * manager is.
 *
 * @param start never in the night, whatever the day's clock change
 */
public record TalkSlot(ZonedDateTime start) {

  static final Duration LENGTH = Duration.ofMinutes(20);
  private static final LocalTime MORNING = LocalTime.of(10, 0);
  private static final int AHEAD = 2;
  private static final int APART_MINUTES = 30;
  // Half past eleven in the evening is no proposal: later talks of one mail share the last slot.
  private static final int MOST = 12;

  /**
   * The proposal made by a mail of that moment.
   *
   * @param position of the talk among the talks of its mail, from 0, so that none overlap
   */
  public static TalkSlot proposedAt(Instant mailed, ZoneId zone, int position) {
    LocalDate day = mailed.atZone(zone).toLocalDate();
    for (int left = AHEAD; left > 0; ) {
      day = day.plusDays(1);
      left -= isWorkingDay(day) ? 1 : 0;
    }
    int later = APART_MINUTES * Math.min(position, MOST);
    return new TalkSlot(day.atTime(MORNING.plusMinutes(later)).atZone(zone));
  }

  public Instant end() {
    return start.toInstant().plus(LENGTH);
  }

  private static boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
