package org.followthrough.booster.track;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be done on a track now.
 *
 * @param closing the open question that ends
 * @param asking the question that comes next
 * @param lookAgainAt when the track is to be looked at again; has no meaning unless it runs on
 */
record TrackStep(
    Optional<Closing> closing, Optional<Asking> asking, State state, Instant lookAgainAt) {

  /** How a track stands. */
  enum State {
    RUNNING,
    CANCELLED,
    FINISHED
  }

  /** Why an open question ends without an answer. */
  enum Reason {
    WITHDRAWN,
    UNANSWERED,
    RETIRED,
    LEFT
  }

  /** An open question that ends without an answer. */
  record Closing(UUID boosterId, Reason reason) {}

  /** A question to ask. */
  record Asking(UUID questionId, int sequence, LocalDate dueOn, LocalDate expiresOn) {}
}
