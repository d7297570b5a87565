package org.followthrough.actionplan.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.followthrough.actionplan.text.FreeText;

/**
 * One action as proposed, parts may be missing.
 *
 * @param actionId the action of the standing plan that this one changes; null for a new one
 */
public record ActionDraft(
    UUID actionId,
    String situation,
    String action,
    String firstStep,
    LocalDate firstStepOn,
    LocalDate dueOn,
    String barrier,
    String enabler) {

  public ActionDraft {
    situation = FreeText.line(situation);
    action = FreeText.line(action);
    firstStep = FreeText.line(firstStep);
    barrier = FreeText.line(barrier);
    enabler = FreeText.line(enabler);
  }

  PlannedAction as(UUID id) {
    return new PlannedAction(
        id, situation, action, firstStep, firstStepOn, dueOn, barrier, enabler);
  }
}
