package org.followthrough.reminder.cadence;

/** The day a step counts from. */
public enum Anchor {
  ENROLLED,
  COHORT_START,
  COMPLETED,
  PLAN_COMMITTED,
  /** The day the last action of the plan shall be habit. */
  ACTION_DUE,
  /** Each issued question brings its own day. */
  BOOSTER_DUE;

  /** Whether it has a time of day, and not only a day. */
  boolean isMoment() {
    return this == ENROLLED || this == COMPLETED || this == PLAN_COMMITTED;
  }

  public String wireName() {
    return WireNames.of(this);
  }
}
