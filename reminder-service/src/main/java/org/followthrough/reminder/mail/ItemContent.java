package org.followthrough.reminder.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the planner noted for a mail's text. Every part may be missing. */
public record ItemContent(
    UUID boosterId,
    String stem,
    List<Option> options,
    String goal,
    List<PlannedAction> actions,
    LocalDate startsOn,
    LocalDate endsOn,
    LocalDate completedOn,
    String stage,
    Integer baseline) {

  /** One choice of a question. */
  public record Option(String key, String text) {}

  /** One if-then action, in the learner's words. */
  public record PlannedAction(String situation, String action) {
    public PlannedAction {
      situation = situation == null ? "" : situation;
      action = action == null ? "" : action;
    }
  }

  public ItemContent {
    options = options == null ? List.of() : List.copyOf(options);
    actions = actions == null ? List.of() : List.copyOf(actions);
  }

  public static ItemContent none() {
    return new ItemContent(null, null, null, null, null, null, null, null, null, null);
  }
}
