package org.followthrough.evaluation.followup;

import java.util.UUID;

/**
 * How many enrollments of a course got how far.
 *
 * @param talked talks held after the course
 * @param talksMissing talks that were not held and should have been by now; none that nobody can
 *     hold because of leave
 */
public record CourseTally(
    UUID courseId, long enrolled, long completed, long planned, long talked, long talksMissing) {

  public static CourseTally none(UUID courseId) {
    return new CourseTally(courseId, 0, 0, 0, 0, 0);
  }

  CourseTally withoutMissing(long excused) {
    return new CourseTally(courseId, enrolled, completed, planned, talked, talksMissing - excused);
  }
}
