package org.followthrough.actionplan.enrollment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** The enrollment as every event about it carries it. */
record EnrollmentState(
    UUID enrollmentId,
    UUID personId,
    UUID courseId,
    LocalDate startsOn,
    LocalDate endsOn,
    Instant completedAt,
    String status) {
  EnrollmentState {
    Objects.requireNonNull(enrollmentId, "enrollmentId");
    Objects.requireNonNull(personId, "personId");
    Objects.requireNonNull(courseId, "courseId");
    Objects.requireNonNull(status, "status");
  }
}
