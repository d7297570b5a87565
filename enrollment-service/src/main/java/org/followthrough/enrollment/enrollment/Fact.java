package org.followthrough.enrollment.enrollment;

import java.time.Instant;
import java.util.UUID;
import org.followthrough.enrollment.fact.Stamp;

/**
 * One thing HR said about a person and a course.
 *
 * @param cohortId null where HR did not say which run of the course
 * @param happenedAt when it was so by HR's word: enrolledAt, completedAt, or the event's time
 */
public record Fact(Kind kind, UUID cohortId, Stamp stamp, Instant happenedAt) {

  /** What can be said. */
  public enum Kind {
    ENROLLED,
    COMPLETED,
    WITHDRAWN
  }

  boolean isAfter(Fact standing) {
    return standing == null || stamp.isAfter(standing.stamp);
  }
}
