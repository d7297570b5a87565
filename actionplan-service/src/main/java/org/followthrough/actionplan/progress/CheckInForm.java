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

/** A submitted check-in: reports on those actions of the plan for which a status was chosen. */
public record CheckInForm(List<ProgressReport> reports, List<Finding> findings) {

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
    var findings = new ArrayList<Finding>();
    for (PlannedAction action : plan.actions()) {
      String field = STATUS + action.actionId();
      String chosen = form.raw(field);
      String note = reading.optional(NOTE + action.actionId(), LONGEST_NOTE);
      if (chosen != null) {
        ProgressStatus.of(chosen)
            .map(status -> new ProgressReport(action.actionId(), status, note, at))
            .ifPresentOrElse(reports::add, () -> findings.add(FieldFault.STATUS_UNKNOWN.at(field)));
      }
    }
    if (reports.isEmpty() && findings.isEmpty()) {
      findings.add(FieldFault.STATUS_MISSING.at(STATUS + plan.actions().get(0).actionId()));
    }
    findings.addAll(reading.findings());
    return new CheckInForm(reports, findings);
  }
}
