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

  /** The same with other facts: to be planned. */
  Journey with(Facts changed) {
    return new Journey(enrollmentId, organizationId, learnerId, courseId, changed, null, null);
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
}
