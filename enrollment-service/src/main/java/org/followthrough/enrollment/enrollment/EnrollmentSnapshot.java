package org.followthrough.enrollment.enrollment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.followthrough.enrollment.cohort.CohortDates;

/** A stored enrollment; {@code version} grows by one with every change and is never reused. */
public record EnrollmentSnapshot(
    UUID enrollmentId,
    UUID organizationId,
    UUID personId,
    UUID courseId,
    UUID cohortId,
    LocalDate startsOn,
    LocalDate endsOn,
    Instant enrolledAt,
    Instant completedAt,
    Instant withdrawnAt,
    Status status,
    long version) {

  static EnrollmentSnapshot opened(UUID enrollmentId, Group group) {
    return new EnrollmentSnapshot(
        enrollmentId,
        group.organizationId(),
        group.personId(),
        group.courseId(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0);
  }

  /** Whether nothing of it is stored yet: its first change has the first version. */
  boolean isNew() {
    return version == 1;
  }

  public Group group() {
    return new Group(organizationId, personId, courseId);
  }

  EnrollmentSnapshot standing(Standing now, CohortDates dates) {
    boolean sameCohort = now.cohortId() != null && now.cohortId().equals(cohortId);
    return new EnrollmentSnapshot(
        enrollmentId,
        organizationId,
        personId,
        courseId,
        now.cohortId(),
        dates != null ? dates.startsOn() : sameCohort ? startsOn : null,
        dates != null ? dates.endsOn() : sameCohort ? endsOn : null,
        now.enrolledAt(),
        now.completedAt(),
        now.withdrawnAt(),
        now.status(),
        version);
  }

  EnrollmentSnapshot rescheduled(CohortDates dates) {
    return standing(new Standing(cohortId, status, enrolledAt, completedAt, withdrawnAt), dates);
  }

  EnrollmentSnapshot next() {
    return new EnrollmentSnapshot(
        enrollmentId,
        organizationId,
        personId,
        courseId,
        cohortId,
        startsOn,
        endsOn,
        enrolledAt,
        completedAt,
        withdrawnAt,
        status,
        version + 1);
  }
}
