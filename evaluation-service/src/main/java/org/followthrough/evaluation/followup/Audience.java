package org.followthrough.evaluation.followup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who answers the form. */
public enum Audience {
  LEARNER,
  MANAGER;

  /** How the audience is written in links and events. */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Audience other() {
    return this == LEARNER ? MANAGER : LEARNER;
  }
}
