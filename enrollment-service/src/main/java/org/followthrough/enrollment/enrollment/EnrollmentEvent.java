package org.followthrough.enrollment.enrollment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Payload of all four enrollment events: the whole enrollment after the change. */
record EnrollmentEvent(
    UUID enrollmentId,
    UUID personId,
    UUID courseId,
    UUID cohortId,
    LocalDate startsOn,
    LocalDate endsOn,
    Instant enrolledAt,
    Instant completedAt,
    Instant withdrawnAt,
    String status) {

  static EnrollmentEvent of(EnrollmentSnapshot snapshot) {
    return new EnrollmentEvent(
        snapshot.enrollmentId(),
        snapshot.personId(),
        snapshot.courseId(),
        snapshot.cohortId(),
        snapshot.startsOn(),
        snapshot.endsOn(),
        snapshot.enrolledAt(),
        snapshot.completedAt(),
        snapshot.withdrawnAt(),
        snapshot.status().word());
  }
}
