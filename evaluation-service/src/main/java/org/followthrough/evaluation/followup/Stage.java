package org.followthrough.evaluation.followup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** When we ask: three and twelve months after the course. */
public enum Stage {
  M3("evaluation-3m-"),
  M12("evaluation-12m-");

  private final String stepPrefix;

  Stage(String stepPrefix) {
    this.stepPrefix = stepPrefix;
  }

  /** How the stage is written in links and events. */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The cadence step that asks this audience at this stage. */
  public String step(Audience audience) {
    return stepPrefix + audience.wire();
  }
}
