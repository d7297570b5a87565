package org.followthrough.reminder.journey;

import java.time.Instant;
import java.time.LocalDate;

/** The whole enrollment as of a version of it. */
record EnrollmentState(
    long version,
    Status status,
    LocalDate startsOn,
    LocalDate endsOn,
    Instant enrolledAt,
    Instant completedAt,
    Instant withdrawnAt)
    implements Versioned, Finding {

  /** Where the enrollment stands. */
  enum Status {
    ENROLLED,
    COMPLETED,
    WITHDRAWN
  }

  @Override
  public Facts addTo(Facts facts) {
    return facts.withEnrollment(Versioned.newer(facts.enrollment(), this));
  }
}
