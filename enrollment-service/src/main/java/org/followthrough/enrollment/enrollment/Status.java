package org.followthrough.enrollment.enrollment;

import java.util.Locale;

/** Where an enrollment stands. */
public enum Status {
  ENROLLED,
  COMPLETED,
  WITHDRAWN;

  /** As the API, the events and the database write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Status ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
