package org.followthrough.reminder.cadence;

/** How a step treats days on which nobody works. */
public enum WorkingDays {
  /** The offset's days are working days. */
  COUNT,
  /** Days of the calendar; the result moves on to the next working day. */
  NEXT,
  /** Days of the calendar, taken as they come. */
  IGNORE;

  public String wireName() {
    return WireNames.of(this);
  }
}
