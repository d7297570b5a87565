package org.followthrough.actionplan.api;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.followthrough.actionplan.plan.ActionDraft;
import org.followthrough.actionplan.plan.PlanDraft;
import org.followthrough.actionplan.text.FormReading;
import org.followthrough.kit.problem.Problem.FieldError;

/** The body of a PUT; days are read here, so that a bad one is named with all other faults. */
@Schema(name = "PlanInput", description = "An if-then plan.")
public record PlanBody(
    @Schema(
            description = "What others will notice when it works, up to 500 characters.",
            required = true,
            examples = "Visits end with an agreed next step")
        String goal,
    @Schema(description = "One to five actions; one to three are advised.", required = true)
        List<ActionBody> actions) {

  /** One action. */
  @Schema(name = "ActionInput", description = "When the situation comes, the action is done.")
  public record ActionBody(
      @Schema(
              description =
                  "The action of the standing plan that this one changes; leave it out for a new"
                      + " one.",
              format = "uuid")
          String actionId,
      @Schema(
              description = "If: a moment one would notice, up to 500 characters.",
              required = true,
              examples = "When a customer raises their voice")
          String situation,
      @Schema(
              description = "Then: what others could see or hear, up to 500 characters.",
              required = true,
              examples = "I name the issue in one sentence")
          String action,
      @Schema(
              description = "The very first step, up to 500 characters.",
              required = true,
              examples = "Write my sentence on a card")
          String firstStep,
      @Schema(
              description = "Its day, from today to 14 days ahead.",
              required = true,
              format = "date",
              examples = "2027-01-20")
          String firstStepOn,
      @Schema(
              description = "The day by which it shall be a habit, within a year.",
              required = true,
              format = "date",
              examples = "2027-03-31")
          String dueOn,
      @Schema(description = "What may get in the way.") String barrier,
      @Schema(description = "What the learner does about it; needed with a barrier.")
          String enabler) {}

  PlanDraft draft() {
    return new PlanDraft(goal, actionsOrNone().stream().map(PlanBody::draft).toList());
  }

  /** What cannot even be read: ids that are none and days that are none. */
  List<FieldError> unreadable() {
    var errors = new ArrayList<FieldError>();
    for (int i = 0; i < actionsOrNone().size(); i++) {
      ActionBody action = actionsOrNone().get(i);
      String at = "/actions/" + i + "/";
      if (action != null && action.actionId() != null && uuid(action.actionId()) == null) {
        errors.add(new FieldError(at + "actionId", "is not a UUID"));
      }
      day(at + "firstStepOn", action == null ? null : action.firstStepOn(), errors);
      day(at + "dueOn", action == null ? null : action.dueOn(), errors);
    }
    return errors;
  }

  private List<ActionBody> actionsOrNone() {
    return actions == null ? List.of() : actions;
  }

  private static void day(String pointer, String text, List<FieldError> errors) {
    if (text != null && FormReading.dayOf(text) == null) {
      errors.add(new FieldError(pointer, "Give a day such as 2027-01-20."));
    }
  }

  private static ActionDraft draft(ActionBody body) {
    return body == null
        ? new ActionDraft(null, null, null, null, null, null, null, null)
        : new ActionDraft(
            uuid(body.actionId()),
            body.situation(),
            body.action(),
            body.firstStep(),
            FormReading.dayOf(body.firstStepOn()),
            FormReading.dayOf(body.dueOn()),
            body.barrier(),
            body.enabler());
  }

  static UUID uuid(String text) {
    try {
      return text == null || text.length() != 36 ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
