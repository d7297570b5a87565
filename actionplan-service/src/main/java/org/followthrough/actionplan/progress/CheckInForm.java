package org.followthrough.actionplan.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.followthrough.actionplan.plan.Plan;
import org.followthrough.actionplan.plan.PlannedAction;
import org.followthrough.actionplan.text.FieldFault;
import org.followthrough.actionplan.text.Finding;
import org.followthrough.actionplan.text.Form;
import org.followthrough.actionplan.text.FormReading;

/**
 * A submitted check-in: reports on those actions of the plan for which a status was chosen.
 *
 * @param overtaken it is only about actions that the plan does not have any more
 */
public record CheckInForm(List<ProgressReport> reports, boolean overtaken, List<Finding> findings) {

  public static final int LONGEST_NOTE = 1_000;
  public static final String STATUS = "status_";
  public static final String NOTE = "note_";

  public CheckInForm {
    reports = List.copyOf(reports);
    findings = List.copyOf(findings);
  }

  public static CheckInForm read(Form form, Plan plan, Instant at) {
    var reading = new FormReading(form);
    var reports = new ArrayList<ProgressReport>();
    for (PlannedAction action : plan.actions()) {
      String note = reading.optional(NOTE + action.actionId(), LONGEST_NOTE);
      ProgressStatus status = status(reading, form, STATUS + action.actionId(), note);
      if (status != null) {
        reports.add(new ProgressReport(action.actionId(), status, note, at));
      }
    }
    boolean nothingSaid = reports.isEmpty() && reading.findings().isEmpty();
    boolean overtaken =
        nothingSaid && form.fields().stream().anyMatch(field -> field.startsWith(STATUS));
    if (nothingSaid && !overtaken) {
      reading.add(FieldFault.STATUS_MISSING.at(STATUS + plan.actions().get(0).actionId()));
    }
    return new CheckInForm(reports, overtaken, reading.findings());
  }

  private static ProgressStatus status(FormReading reading, Form form, String field, String note) {
    String chosen = form.raw(field);
    if (chosen == null) {
      if (note != null) {
        reading.add(FieldFault.STATUS_MISSING_TO_NOTE.at(field));
      }
      return null;
    }
    return ProgressStatus.of(chosen)
        .orElseGet(
            () -> {
              reading.add(FieldFault.STATUS_UNKNOWN.at(field));
              return null;
            });
  }
}
