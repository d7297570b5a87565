package org.followthrough.reminder.journey;

import org.followthrough.reminder.cadence.Anchor;
import org.followthrough.reminder.cadence.Audience;
import org.followthrough.reminder.cadence.Step;
import org.followthrough.reminder.people.Person;

/** Decides from the facts whether a contact would be pointless, and says why. */
final class Withholding {

  private final Facts facts;
  private final Person learner;

  Withholding(Facts facts, Person learner) {
    this.facts = facts;
    this.learner = learner;
  }

  /** Why the step is withheld, or null. */
  PlanningReason of(Step step) {
    PlanningReason general = general();
    if (general != null) {
      return general;
    }
    boolean completed = facts.enrollment().status() == EnrollmentState.Status.COMPLETED;
    if (completed && step.anchor() == Anchor.COHORT_START) {
      return PlanningReason.COURSE_COMPLETED;
    }
    return condition(step);
  }

  /** Why the question is withheld, or null. */
  PlanningReason of(Booster booster) {
    PlanningReason general = general();
    if (general != null) {
      return general;
    }
    if (booster.answered()) {
      return PlanningReason.BOOSTER_ANSWERED;
    }
    return booster.cancelled() == null ? null : PlanningReason.BOOSTER_CANCELLED;
  }

  private PlanningReason general() {
    if (learner.gone()) {
      return PlanningReason.LEFT;
    }
    return facts.enrollment().status() == EnrollmentState.Status.WITHDRAWN
        ? PlanningReason.WITHDRAWN
        : null;
  }

  private PlanningReason condition(Step step) {
    return switch (step.condition()) {
      case ALWAYS, BOOSTER_OPEN -> null;
      case BEFORE_TALK_NOT_HELD -> held(Talk.Kind.BEFORE, PlanningReason.BEFORE_TALK_HELD);
      case AFTER_TALK_NOT_HELD -> held(Talk.Kind.AFTER, PlanningReason.AFTER_TALK_HELD);
      case EXPECTATIONS_NOT_SHARED ->
          when(facts.expectations() != null, PlanningReason.EXPECTATIONS_SHARED);
      case NO_PLAN -> when(facts.plan() != null, PlanningReason.PLAN_COMMITTED);
      case ACTION_NOT_APPLIED -> when(facts.isPlanApplied(), PlanningReason.PLAN_APPLIED);
      case M3_NOT_SUBMITTED -> submitted("M3", step.audience());
      case M12_NOT_SUBMITTED -> submitted("M12", step.audience());
    };
  }

  private PlanningReason held(Talk.Kind kind, PlanningReason reason) {
    return when(facts.talks().containsKey(kind), reason);
  }

  private PlanningReason submitted(String stage, Audience audience) {
    var form = EvaluationGiven.Form.valueOf(stage + "_" + audience.name());
    return when(facts.evaluations().contains(form), PlanningReason.EVALUATION_SUBMITTED);
  }

  private static PlanningReason when(boolean pointless, PlanningReason reason) {
    return pointless ? reason : null;
  }
}
