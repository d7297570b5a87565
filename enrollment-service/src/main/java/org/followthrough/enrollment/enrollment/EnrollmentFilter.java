package org.followthrough.enrollment.enrollment;

import java.util.Arrays;
import java.util.UUID;
import org.followthrough.enrollment.web.PathId;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** Which enrollments are asked for; null means any. Ids are the HR system's. */
record EnrollmentFilter(
    UUID organizationId, String courseId, String personId, String cohortId, String status) {

  static EnrollmentFilter of(
      UUID organizationId, String courseId, String personId, String cohortId, String status) {
    return new EnrollmentFilter(
        organizationId,
        PathId.filter("courseId", courseId),
        PathId.filter("personId", personId),
        PathId.filter("cohortId", cohortId),
        status(status));
  }

  private static String status(String word) {
    boolean known =
        word == null
            || Arrays.stream(Status.values()).anyMatch(status -> status.word().equals(word));
    if (!known) {
      throw new ProblemException(
          Problem.invalidField("status", "must be enrolled, completed or withdrawn"));
    }
    return word;
  }
}
