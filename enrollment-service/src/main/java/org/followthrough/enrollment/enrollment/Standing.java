package org.followthrough.enrollment.enrollment;

import java.time.Instant;
import java.util.UUID;

/** How one enrollment of a person in a course stands by the facts; null where not so. */
public record Standing(
    UUID cohortId, Status status, Instant enrolledAt, Instant completedAt, Instant withdrawnAt) {}
