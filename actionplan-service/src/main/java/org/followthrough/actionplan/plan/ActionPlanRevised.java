package org.followthrough.actionplan.plan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Payload of {@code actionplan.ActionPlanRevised.v1}. */
record ActionPlanRevised(
    UUID enrollmentId,
    UUID personId,
    UUID courseId,
    int planVersion,
    String goal,
    List<PlannedAction> actions,
    Instant committedAt) {

  static final String TYPE = "actionplan.ActionPlanRevised.v1";

  static ActionPlanRevised of(UUID enrollmentId, UUID personId, UUID courseId, Plan plan) {
    return new ActionPlanRevised(
        enrollmentId,
        personId,
        courseId,
        plan.planVersion(),
        plan.goal(),
        plan.actions(),
        plan.committedAt());
  }
}
