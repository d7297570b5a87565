package org.followthrough.reminder.journey;

/** The learner said why they attend. */
record Expectations(long version, int baseline) implements Versioned, Finding {
  @Override
  public Facts addTo(Facts facts) {
    return facts.withExpectations(Versioned.newer(facts.expectations(), this));
  }
}
