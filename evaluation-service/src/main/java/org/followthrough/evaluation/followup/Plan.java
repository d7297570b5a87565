package org.followthrough.evaluation.followup;

import java.time.Instant;

/** That there is a plan; its text stays with its writer. */
public record Plan(long version, int planVersion, Instant committedAt) {}
