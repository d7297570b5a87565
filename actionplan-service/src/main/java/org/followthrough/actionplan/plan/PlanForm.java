package org.followthrough.actionplan.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.followthrough.actionplan.text.Finding;
import org.followthrough.actionplan.text.Form;
import org.followthrough.actionplan.text.FormReading;
import org.followthrough.actionplan.text.FreeText;

/**
 * A submitted plan form.
 *
 * @param form the fields, numbered again without gaps, so that findings point to the right ones
 * @param basedOn the plan version the form was filled from; negative where the sender does not say
 * @param findings days that could not be read
 */
public record PlanForm(Form form, PlanDraft draft, int basedOn, List<Finding> findings) {

  private static final List<String> TEXTS =
      List.of("situation", "action", "firstStep", "firstStepOn", "dueOn", "barrier", "enabler");

  public PlanForm {
    findings = List.copyOf(findings);
  }

  /**
   * Reads goal and situation1, action1, …; slots that nobody filled, or that shall go, are left
   * out.
   */
  public static PlanForm read(Form submitted) {
    Form form = withoutGaps(submitted);
    var reading = new FormReading(form);
    var actions = new ArrayList<ActionDraft>();
    for (int n = 1; n <= PlanPolicy.MOST_ACTIONS && isFilled(form, n); n++) {
      actions.add(action(form, reading, n));
    }
    var draft = new PlanDraft(form.raw("goal"), actions);
    return new PlanForm(form, draft, form.version("basedOn"), reading.findings());
  }

  private static Form withoutGaps(Form submitted) {
    var values = new HashMap<String, String>();
    submitted.fields().stream()
        .filter(field -> !field.matches(".*[1-9]"))
        .forEach(field -> values.put(field, submitted.raw(field)));
    int to = 1;
    for (int from = 1; from <= PlanPolicy.MOST_ACTIONS; from++) {
      if (isFilled(submitted, from)) {
        copy(submitted, from, values, to++);
      }
    }
    return Form.of(values);
  }

  private static void copy(Form submitted, int from, Map<String, String> values, int to) {
    Stream.concat(TEXTS.stream(), Stream.of("actionId"))
        .filter(text -> submitted.raw(text + from) != null)
        .forEach(text -> values.put(text + to, submitted.raw(text + from)));
  }

  private static boolean isFilled(Form form, int n) {
    return !"yes".equals(form.raw("drop" + n))
        && TEXTS.stream().anyMatch(text -> FreeText.line(form.raw(text + n)) != null);
  }

  private static ActionDraft action(Form form, FormReading reading, int n) {
    return new ActionDraft(
        id(form.raw("actionId" + n)),
        form.raw("situation" + n),
        form.raw("action" + n),
        form.raw("firstStep" + n),
        reading.day("firstStepOn" + n),
        reading.day("dueOn" + n),
        form.raw("barrier" + n),
        form.raw("enabler" + n));
  }

  private static UUID id(String text) {
    try {
      return text == null || text.length() != 36 ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
