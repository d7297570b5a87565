package org.followthrough.reminder.journey;

import java.util.UUID;

/** How an action goes, as last reported. */
record Progress(long version, UUID actionId, String status) implements Versioned, Finding {

  static final String APPLIED = "applied";

  boolean isApplied() {
    return status.equals(APPLIED);
  }

  @Override
  public Facts addTo(Facts facts) {
    return facts.withProgress(actionId, Versioned.newer(facts.progress().get(actionId), this));
  }
}
