package org.followthrough.actionplan.plan;

import org.followthrough.actionplan.text.Finding;

/**
 * One missing part of a plan.
 *
 * @param index which action, from 0; negative for the plan as a whole
 * @param quoted what the sentence quotes
 */
public record PlanFinding(int index, PlanPart part, PlanFault fault, String quoted)
    implements Finding {

  @Override
  public String field() {
    if (index >= 0) {
      return part.key() + (index + 1);
    }
    return part == PlanPart.ACTIONS ? PlanPart.SITUATION.key() + 1 : part.key();
  }

  /** JSON Pointer into the API's body. */
  public String pointer() {
    return index < 0 ? "/" + part.key() : "/actions/" + index + "/" + part.key();
  }

  @Override
  public String place(String lang) {
    if (index < 1) {
      return "";
    }
    return (lang.equals("de") ? "Vorhaben " : "Action ") + (index + 1) + ": ";
  }

  @Override
  public String sentence(String lang) {
    return fault.sentence(lang, quoted);
  }
}
