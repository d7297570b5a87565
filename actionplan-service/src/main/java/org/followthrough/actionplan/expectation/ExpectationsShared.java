package org.followthrough.actionplan.expectation;

import java.time.Instant;
import java.util.UUID;

/** Payload of {@code actionplan.ExpectationsShared.v1}. */
record ExpectationsShared(
    UUID enrollmentId,
    UUID personId,
    UUID courseId,
    String whyAttending,
    String whereUsed,
    String challenge,
    int baseline,
    Instant sharedAt) {

  static final String TYPE = "actionplan.ExpectationsShared.v1";

  static ExpectationsShared of(UUID enrollmentId, UUID personId, UUID courseId, Expectations said) {
    return new ExpectationsShared(
        enrollmentId,
        personId,
        courseId,
        said.whyAttending(),
        said.whereUsed(),
        said.challenge(),
        said.baseline(),
        said.sharedAt());
  }
}
