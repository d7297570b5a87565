package org.followthrough.evaluation.followup;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A talk of manager and learner.
 *
 * @param baseline how well the learner did it before, as this manager saw it; null if not said
 */
public record Talk(long version, UUID managerId, LocalDate heldOn, Integer baseline) {}
