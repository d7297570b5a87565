package org.followthrough.reminder.cadence;

/** Whom a step speaks to. */
public enum Audience {
  LEARNER,
  MANAGER;

  public String wireName() {
    return WireNames.of(this);
  }
}
