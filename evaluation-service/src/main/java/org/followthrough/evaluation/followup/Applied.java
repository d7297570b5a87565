package org.followthrough.evaluation.followup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is applied on the job. */
public enum Applied {
  NOT_YET,
  PARTLY,
  REGULARLY;

  /** How it is written in forms and events. */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Applied> of(String wire) {
    return Arrays.stream(values()).filter(each -> each.wire().equals(wire)).findFirst();
  }

  public boolean isOnTheJob() {
    return this != NOT_YET;
  }
}
