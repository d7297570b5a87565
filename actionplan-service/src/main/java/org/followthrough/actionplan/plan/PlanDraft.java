package org.followthrough.actionplan.plan;

import java.util.List;
import org.followthrough.actionplan.text.FreeText;

/** A plan as proposed; {@link PlanPolicy} says what is missing. */
public record PlanDraft(String goal, List<ActionDraft> actions) {
  public PlanDraft {
    goal = FreeText.line(goal);
    actions = List.copyOf(actions);
  }
}
