package org.followthrough.booster.track;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A track whose time has come, held by a row lock until the transaction ends.
 *
 * @param open the question that waits for its answer, as the person sees it
 */
record DueTrack(
    BoosterEvents.Owner owner,
    Track.Facts facts,
    List<Asked> history,
    Optional<IssuedQuestion> open) {

  DueTrack {
    history = List.copyOf(history);
  }

  UUID enrollmentId() {
    return owner.enrollmentId();
  }

  DueTrack with(List<Asked> newHistory, Optional<IssuedQuestion> newOpen) {
    return new DueTrack(owner, facts, newHistory, newOpen);
  }
}
