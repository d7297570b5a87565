package org.followthrough.reminder.cadence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** The days an organization works: Monday to Friday without its holidays. */
public record WorkingCalendar(Set<LocalDate> holidays) {

  // A calendar of holidays only must not make the search for a working day endless.
  private static final int LONGEST_BREAK = 60;

  public static final WorkingCalendar MONDAY_TO_FRIDAY = new WorkingCalendar(Set.of());

  public WorkingCalendar {
    holidays = Set.copyOf(holidays);
  }

  public boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays.contains(day);
  }

  /** The day itself where it is a working day, else the next one. */
  public LocalDate onOrAfter(LocalDate day) {
    return isWorkingDay(day) ? day : step(day, 1);
  }

  /** The n-th working day after the day, before it where n is negative; 0 is {@link #onOrAfter}. */
  public LocalDate plusWorkingDays(LocalDate day, int n) {
    LocalDate result = n == 0 ? onOrAfter(day) : day;
    for (int i = 0; i < Math.abs(n); i++) {
      result = step(result, Integer.signum(n));
    }
    return result;
  }

  private LocalDate step(LocalDate from, int direction) {
    LocalDate day = from.plusDays(direction);
    for (int i = 0; i < LONGEST_BREAK && !isWorkingDay(day); i++) {
      day = day.plusDays(direction);
    }
    return day;
  }
}
