package org.followthrough.enrollment.intake;

import java.util.List;
import org.followthrough.kit.problem.Problem;

/** What came of reading one item: an event, or why there is none. */
sealed interface Reading {

  record Valid(HrEvent event) implements Reading {}

  /** The id is null where not even that can be read. */
  record Refused(String id, Problem problem) implements Reading {

    static Refused because(String id, List<Problem.FieldError> faults) {
      return new Refused(id, Problem.invalidFields(faults));
    }
  }
}
