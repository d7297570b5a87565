package org.followthrough.actionplan.reflection;

import java.time.Instant;
import java.util.List;
import org.followthrough.actionplan.text.FieldFault;
import org.followthrough.actionplan.text.Finding;
import org.followthrough.actionplan.text.Form;
import org.followthrough.actionplan.text.FormReading;

/** A submitted reflection; good for use where nothing was found. */
public record ReflectionForm(Reflection reflection, List<Finding> findings) {

  public static final int LONGEST_TEXT = 4_000;

  public ReflectionForm {
    findings = List.copyOf(findings);
  }

  public static ReflectionForm read(Form form, Instant at) {
    var reading = new FormReading(form);
    var reflection =
        new Reflection(
            reading.required("learnt", LONGEST_TEXT, FieldFault.LEARNT_MISSING),
            reading.required("whereUsed", LONGEST_TEXT, FieldFault.USE_MISSING),
            at);
    return new ReflectionForm(reflection, reading.findings());
  }
}
