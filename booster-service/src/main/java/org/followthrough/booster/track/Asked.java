package org.followthrough.booster.track;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A question this person was asked, and what became of it.
 *
 * @param sequence the how-manieth of the enrollment, from 1
 * @param closedOn the day the outcome was known, null while open
 */
record Asked(
    UUID boosterId,
    UUID questionId,
    int sequence,
    LocalDate dueOn,
    LocalDate expiresOn,
    Outcome outcome,
    LocalDate closedOn) {

  /** What became of it. */
  enum Outcome {
    OPEN,
    RIGHT,
    WRONG,
    UNANSWERED,
    CANCELLED
  }

  boolean isOpen() {
    return outcome == Outcome.OPEN;
  }

  boolean isAnswered() {
    return outcome == Outcome.RIGHT || outcome == Outcome.WRONG;
  }

  boolean isRight() {
    return outcome == Outcome.RIGHT;
  }

  boolean wasCancelled() {
    return outcome == Outcome.CANCELLED;
  }

  Asked closed(Outcome newOutcome, LocalDate on) {
    return new Asked(boosterId, questionId, sequence, dueOn, expiresOn, newOutcome, on);
  }
}
