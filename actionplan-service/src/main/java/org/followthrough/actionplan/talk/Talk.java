package org.followthrough.actionplan.talk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A talk of manager and learner as it was logged.
 *
 * @param talkVersion grows with each correction
 * @param managerId who logged it
 * @param outcome in the manager's words, or null
 * @param baseline how well the learner does it before the course, as the manager sees it; else null
 */
public record Talk(
    TalkKind kind,
    int talkVersion,
    UUID managerId,
    LocalDate heldOn,
    String outcome,
    boolean planAgreed,
    Integer baseline,
    Instant loggedAt) {

  /** Whether both log the same, whenever it was logged. */
  public boolean logsTheSameAs(Talk other) {
    return equals(
        new Talk(
            other.kind,
            talkVersion,
            other.managerId,
            other.heldOn,
            other.outcome,
            other.planAgreed,
            other.baseline,
            loggedAt));
  }

  Talk withoutAgreement() {
    return new Talk(kind, talkVersion, managerId, heldOn, outcome, false, baseline, loggedAt);
  }

  Talk as(int version) {
    return new Talk(kind, version, managerId, heldOn, outcome, planAgreed, baseline, loggedAt);
  }
}
