package org.followthrough.actionplan.plan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Payload of {@code actionplan.ActionPlanCommitted.v1}. */
record ActionPlanCommitted(
    UUID enrollmentId,
    UUID personId,
    UUID courseId,
    int planVersion,
    String goal,
    List<PlannedAction> actions,
    Instant committedAt) {

  static final String TYPE = "actionplan.ActionPlanCommitted.v1";

  static ActionPlanCommitted of(UUID enrollmentId, UUID personId, UUID courseId, Plan plan) {
    return new ActionPlanCommitted(
        enrollmentId,
        personId,
        courseId,
        plan.planVersion(),
        plan.goal(),
        plan.actions(),
        plan.committedAt());
  }
}
