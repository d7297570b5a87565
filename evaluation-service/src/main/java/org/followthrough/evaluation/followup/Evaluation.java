package org.followthrough.evaluation.followup;

import java.time.Instant;
import java.util.UUID;

/**
 * A form that was sent in.
 *
 * @param version 1, and one more with each correction
 */
public record Evaluation(
    UUID evaluationId, UUID submittedBy, int version, Answers answers, Instant submittedAt) {}
