package org.followthrough.reminder.journey;

import java.time.LocalDate;

/** Manager and learner talked, as last logged. */
record Talk(long version, Kind kind, LocalDate heldOn, Integer baseline)
    implements Versioned, Finding {

  /** Before or after the course. */
  enum Kind {
    BEFORE,
    AFTER
  }

  @Override
  public Facts addTo(Facts facts) {
    return facts.withTalk(kind, Versioned.newer(facts.talks().get(kind), this));
  }
}
