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
 * @param shift the new days of the open question
 * @param lookAgainAt when the track is to be looked at again; has no meaning unless it runs on
 */
record TrackStep(
    Optional<Closing> closing,
    Optional<Asking> asking,
    Optional<Shift> shift,
    State state,
    Instant lookAgainAt) {

  static TrackStep ended(Optional<Closing> closing, State state, Instant now) {
    return new TrackStep(closing, Optional.empty(), Optional.empty(), state, now);
  }

  static TrackStep waiting(Optional<Closing> closing, Instant lookAgainAt) {
    return new TrackStep(closing, Optional.empty(), Optional.empty(), State.RUNNING, lookAgainAt);
  }

  static TrackStep goingOn(Optional<Closing> closing, Asking asking) {
    return new TrackStep(
        closing, Optional.of(asking), Optional.empty(), State.RUNNING, asking.closesAt());
  }

  static TrackStep shifting(Shift shift) {
    return new TrackStep(
        Optional.empty(),
        Optional.empty(),
        Optional.of(shift),
        State.RUNNING,
        shift.asking().closesAt());
  }

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
  record Asking(UUID questionId, int sequence, LocalDate dueOn, LocalDate expiresOn) {
    Instant closesAt() {
      return ClosingTime.of(expiresOn);
    }
  }

  /** An open question that nobody was asked yet, on other days. */
  record Shift(UUID boosterId, Asking asking) {}
}
