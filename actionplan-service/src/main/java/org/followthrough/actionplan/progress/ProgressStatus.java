package org.followthrough.actionplan.progress;

import java.util.Arrays;
import java.util.Optional;

/** How an action goes. */
public enum ProgressStatus {
  NOT_STARTED("not-started"),
  STARTED("started"),
  APPLIED("applied"),
  STUCK("stuck");

  private final String key;

  ProgressStatus(String key) {
    this.key = key;
  }

  /** As forms, events and the API write it. */
  public String key() {
    return key;
  }

  public static Optional<ProgressStatus> of(String key) {
    return Arrays.stream(values()).filter(status -> status.key.equals(key)).findFirst();
  }
}
