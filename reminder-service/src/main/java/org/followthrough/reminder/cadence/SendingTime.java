package org.followthrough.reminder.cadence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When an occurrence of a step is due: periods on dates, never durations on instants, so that 09:00
 * stays 09:00 across a change of the clocks. A time in a gap moves forward by the gap, one that
 * comes twice is the first.
 */
public final class SendingTime {

  private final Step step;
  private final ZoneId zone;
  private final WorkingCalendar calendar;

  public SendingTime(Step step, ZoneId zone, WorkingCalendar calendar) {
    this.step = step;
    this.zone = zone;
    this.calendar = calendar;
  }

  /**
   * When the occurrence is due.
   *
   * @param anchorDay the day the anchor fell on
   * @param moment the anchor's moment, null where it has none
   */
  public ZonedDateTime due(LocalDate anchorDay, Instant moment, int occurrence) {
    Period offset = step.offsets().get(occurrence);
    if (moment != null && step.sameDayUntil() != null && offset.isZero()) {
      return nextSlot(moment.atZone(zone));
    }
    return at(day(anchorDay, offset));
  }

  /** The step's local time on that day. */
  public ZonedDateTime at(LocalDate day) {
    return ZonedDateTime.of(day, step.localTime(), zone);
  }

  private LocalDate day(LocalDate anchorDay, Period offset) {
    return switch (step.workingDays()) {
      case COUNT -> calendar.plusWorkingDays(anchorDay, offset.getDays());
      case NEXT -> calendar.onOrAfter(anchorDay.plus(offset));
      case IGNORE -> anchorDay.plus(offset);
    };
  }

  private ZonedDateTime nextSlot(ZonedDateTime moment) {
    LocalDate today = moment.toLocalDate();
    LocalTime time = moment.toLocalTime();
    if (!calendar.isWorkingDay(today) || !time.isBefore(step.sameDayUntil())) {
      return at(calendar.onOrAfter(today.plusDays(1)));
    }
    return time.isBefore(step.localTime()) ? at(today) : moment;
  }
}
