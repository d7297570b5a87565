package org.followthrough.enrollment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.followthrough.enrollment.fact.Texts;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** Collects what is wrong with a request, so that all of it is told at once. */
public final class BodyCheck {

  private final List<Problem.FieldError> faults = new ArrayList<>();

  /** The check of a body that has to be there. */
  public static BodyCheck of(Object body) {
    if (body == null) {
      throw new ProblemException(Problem.invalidField("", "must be a JSON object"));
    }
    return new BodyCheck();
  }

  public BodyCheck requiredLine(String pointer, String text, int longest) {
    return text == null ? fault(pointer, "is required") : line(pointer, text, longest);
  }

  public BodyCheck line(String pointer, String text, int longest) {
    return text == null ? this : note(pointer, Texts.lineFault(text, longest));
  }

  public BodyCheck paragraph(String pointer, String text, int longest) {
    return text == null ? this : note(pointer, Texts.paragraphFault(text, longest));
  }

  public BodyCheck that(boolean holds, String pointer, String expectation) {
    return holds ? this : fault(pointer, expectation);
  }

  public BodyCheck note(String pointer, Optional<String> detail) {
    detail.ifPresent(text -> fault(pointer, text));
    return this;
  }

  /** Goes on if nothing is wrong. */
  public void pass() {
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.invalidFields(faults));
    }
  }

  private BodyCheck fault(String pointer, String detail) {
    faults.add(new Problem.FieldError(pointer, detail));
    return this;
  }
}
