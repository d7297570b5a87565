package org.followthrough.reminder.cadence;

/** How a mail asks. */
public enum Tone {
  SOFT,
  DIRECT;

  public String wireName() {
    return WireNames.of(this);
  }
}
