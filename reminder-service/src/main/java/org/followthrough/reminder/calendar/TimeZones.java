package org.followthrough.reminder.calendar;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Reads the time zones of people; their names come from HR systems. */
public final class TimeZones {

  private TimeZones() {}

  /** The zone of that name; UTC where there is none, or none that we know. */
  public static ZoneId of(String name) {
    try {
      return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
