package org.followthrough.reminder.cadence;

/** What a person can turn off on its own. */
public enum Category {
  TALKS,
  PLANS,
  BOOSTERS,
  EVALUATIONS;

  public String wireName() {
    return WireNames.of(this);
  }
}
