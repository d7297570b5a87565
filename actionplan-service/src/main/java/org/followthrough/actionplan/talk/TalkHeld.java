package org.followthrough.actionplan.talk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Payload of {@code actionplan.TalkHeld.v1}. */
record TalkHeld(
    UUID enrollmentId,
    UUID personId,
    UUID courseId,
    String kind,
    UUID managerId,
    LocalDate heldOn,
    String outcome,
    boolean planAgreed,
    Integer baseline,
    Instant loggedAt) {

  static final String TYPE = "actionplan.TalkHeld.v1";

  static TalkHeld of(UUID enrollmentId, UUID personId, UUID courseId, Talk talk) {
    return new TalkHeld(
        enrollmentId,
        personId,
        courseId,
        talk.kind().key(),
        talk.managerId(),
        talk.heldOn(),
        talk.outcome(),
        talk.planAgreed(),
        talk.baseline(),
        talk.loggedAt());
  }
}
