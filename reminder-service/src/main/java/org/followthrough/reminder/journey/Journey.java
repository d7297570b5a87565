package org.followthrough.reminder.journey;

import java.time.Instant;
import java.util.UUID;

/**
 * What this service does for one enrollment.
 *
 * @param plannedAt null where it has to be planned (again)
 * @param awaits the person or course it waits for, null where it waits for none
 */
record Journey(
    UUID enrollmentId,
    UUID organizationId,
    UUID learnerId,
    UUID courseId,
    Facts facts,
    Instant plannedAt,
    UUID awaits) {

  /**
   * Nobody has planned it yet, or people, course or cadence changed since somebody did. Not so one
   * that has been planned as far as what it awaits allows.
   */
  boolean isToBePlanned() {
    return plannedAt == null && awaits == null;
  }

  /** The same with other facts. */
  Journey with(Facts changed) {
    return new Journey(
        enrollmentId, organizationId, learnerId, courseId, changed, plannedAt, awaits);
  }

  /** Planned, as far as what it awaits allows. */
  Journey planned(Instant now, UUID awaited) {
    return new Journey(
        enrollmentId,
        organizationId,
        learnerId,
        courseId,
        facts,
        awaited == null ? now : null,
        awaited);
  }

  /** To be looked at again soon. */
  Journey toBePlanned() {
    return new Journey(enrollmentId, organizationId, learnerId, courseId, facts, null, null);
  }
}
