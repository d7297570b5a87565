package org.followthrough.actionplan.talk;

import java.util.Locale;

/** Before or after the course. */
public enum TalkKind {
  BEFORE,
  AFTER;

  /** As events, links and the API write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
