package org.followthrough.reminder.cadence;

/** A step is worth a mail only while this holds. */
public enum Condition {
  ALWAYS,
  BEFORE_TALK_NOT_HELD,
  EXPECTATIONS_NOT_SHARED,
  NO_PLAN,
  AFTER_TALK_NOT_HELD,
  ACTION_NOT_APPLIED,
  BOOSTER_OPEN,
  M3_NOT_SUBMITTED,
  M12_NOT_SUBMITTED;

  public String wireName() {
    return WireNames.of(this);
  }
}
