package org.followthrough.actionplan.expectation;

import java.time.Instant;
import java.util.List;
import org.followthrough.actionplan.text.FieldFault;
import org.followthrough.actionplan.text.Finding;
import org.followthrough.actionplan.text.Form;
import org.followthrough.actionplan.text.FormReading;

/** A submitted form of expectations; good for use where nothing was found. */
public record ExpectationForm(Expectations expectations, List<Finding> findings) {

  public static final int LONGEST_TEXT = 4_000;

  public ExpectationForm {
    findings = List.copyOf(findings);
  }

  public static ExpectationForm read(Form form, Instant at) {
    var reading = new FormReading(form);
    var expectations =
        new Expectations(
            reading.required("whyAttending", LONGEST_TEXT, FieldFault.WHY_ATTENDING_MISSING),
            reading.required("whereUsed", LONGEST_TEXT, FieldFault.USE_MISSING),
            reading.optional("challenge", LONGEST_TEXT),
            reading.rating("baseline"),
            at);
    return new ExpectationForm(expectations, reading.findings());
  }
}
