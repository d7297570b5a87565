package org.followthrough.reminder.journey;

import java.util.UUID;

/** A finding, and the enrollment it belongs to. */
record JourneyEvent(
    UUID enrollmentId, UUID organizationId, UUID learnerId, UUID courseId, Finding finding) {}
