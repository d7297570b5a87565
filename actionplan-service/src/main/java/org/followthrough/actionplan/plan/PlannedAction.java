package org.followthrough.actionplan.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;

/** One if-then action: when the situation comes, this is done; and how it begins. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlannedAction(
    UUID actionId,
    String situation,
    String action,
    String firstStep,
    LocalDate firstStepOn,
    LocalDate dueOn,
    String barrier,
    String enabler) {

  boolean hasSameCue(ActionDraft draft) {
    return situation.equals(draft.situation()) && action.equals(draft.action());
  }
}
