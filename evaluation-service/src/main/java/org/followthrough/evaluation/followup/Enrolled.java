package org.followthrough.evaluation.followup;

import java.time.Instant;

/** The newest state of the enrollment, by its version. */
public record Enrolled(
    long version, String status, Instant enrolledAt, Instant completedAt, Instant withdrawnAt) {}
