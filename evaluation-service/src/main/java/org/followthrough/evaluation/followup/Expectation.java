package org.followthrough.evaluation.followup;

/** What the learner said before the course; baseline is null where they did not rate themselves. */
public record Expectation(long version, Integer baseline) {}
