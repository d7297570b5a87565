package org.followthrough.booster.enrollment;

import java.time.Instant;
import java.util.UUID;

/** What this service reads of an enrollment; every event of it carries the whole state. */
record EnrollmentState(
    UUID enrollmentId, UUID personId, UUID courseId, String status, Instant completedAt) {}
