package org.followthrough.booster.track;

import java.util.List;
import java.util.UUID;

/** A track whose time has come, held by a row lock until the transaction ends. */
record DueTrack(BoosterEvents.Owner owner, Track.Facts facts, List<Asked> history) {

  UUID enrollmentId() {
    return owner.enrollmentId();
  }

  DueTrack with(List<Asked> newHistory) {
    return new DueTrack(owner, facts, List.copyOf(newHistory));
  }
}
