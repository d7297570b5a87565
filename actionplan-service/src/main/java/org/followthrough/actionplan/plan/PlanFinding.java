package org.followthrough.actionplan.plan;

import java.time.LocalDate;
import org.followthrough.actionplan.text.Days;
import org.followthrough.actionplan.text.Finding;

/**
 * One missing part of a plan.
 *
 * @param index which action, from 0; negative for the plan as a whole
 * @param quoted what the sentence quotes: a text, or a day
 */
public record PlanFinding(int index, PlanPart part, PlanFault fault, Object quoted)
    implements Finding {

  @Override
  public String field() {
    if (index >= 0) {
      // An id is not shown; what it stands for is.
      return (part == PlanPart.ACTION_ID ? PlanPart.SITUATION : part).key() + (index + 1);
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
    return fault.sentence(
        lang, quoted instanceof LocalDate day ? Days.inWords(day, lang) : quoted.toString());
  }
}
