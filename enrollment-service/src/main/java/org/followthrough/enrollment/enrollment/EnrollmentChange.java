package org.followthrough.enrollment.enrollment;

import java.util.Objects;
import java.util.Optional;

/** An enrollment as it stands after a change, and the type of the event that tells of it. */
public record EnrollmentChange(String type, EnrollmentSnapshot after) {

  public static final String LEARNER_ENROLLED = "enrollment.LearnerEnrolled.v1";
  public static final String COHORT_RESCHEDULED = "enrollment.CohortRescheduled.v1";
  public static final String COURSE_COMPLETED = "enrollment.CourseCompleted.v1";
  public static final String ENROLLMENT_WITHDRAWN = "enrollment.EnrollmentWithdrawn.v1";

  /** The change from one to the other, or none where they are the same. */
  static Optional<EnrollmentChange> between(EnrollmentSnapshot before, EnrollmentSnapshot after) {
    return after.equals(before)
        ? Optional.empty()
        : Optional.of(new EnrollmentChange(type(before, after), after.next()));
  }

  private static String type(EnrollmentSnapshot before, EnrollmentSnapshot after) {
    if (before != null && onlyDatesDiffer(before, after)) {
      return COHORT_RESCHEDULED;
    }
    return switch (after.status()) {
      case ENROLLED -> LEARNER_ENROLLED;
      case COMPLETED -> COURSE_COMPLETED;
      case WITHDRAWN -> ENROLLMENT_WITHDRAWN;
    };
  }

  private static boolean onlyDatesDiffer(EnrollmentSnapshot before, EnrollmentSnapshot after) {
    return before.status() == after.status()
        && Objects.equals(before.cohortId(), after.cohortId())
        && Objects.equals(before.enrolledAt(), after.enrolledAt())
        && Objects.equals(before.completedAt(), after.completedAt())
        && Objects.equals(before.withdrawnAt(), after.withdrawnAt());
  }
}
