package org.followthrough.actionplan.api;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.followthrough.actionplan.followup.PlanStatus;
import org.followthrough.actionplan.text.FreeText;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.Problem.FieldError;
import org.followthrough.kit.problem.ProblemException;

/**
 * Which follow-ups to list; null where it does not matter.
 *
 * @param after list those whose enrollment id comes after this one
 */
record PlanQuery(String courseId, PlanStatus status, UUID after, int limit) {

  private static final int USUAL_LIMIT = 100;
  private static final int HIGHEST_LIMIT = 500;

  static PlanQuery of(String courseId, String status, String cursor, String limit) {
    var errors = new ArrayList<FieldError>();
    if (FreeText.isUnreadable(courseId)) {
      errors.add(new FieldError("courseId", "holds control characters"));
    }
    var query =
        new PlanQuery(
            courseId, status(status, errors), after(cursor, errors), limit(limit, errors));
    if (!errors.isEmpty()) {
      throw new ProblemException(Problem.invalidFields(errors));
    }
    return query;
  }

  private static PlanStatus status(String text, List<FieldError> errors) {
    if (text == null) {
      return null;
    }
    return PlanStatus.ofKey(text)
        .orElseGet(
            () -> {
              errors.add(new FieldError("status", "is one of missing, committed, agreed, applied"));
              return null;
            });
  }

  private static UUID after(String text, List<FieldError> errors) {
    UUID after = PlanBody.uuid(text);
    if (text != null && after == null) {
      errors.add(new FieldError("cursor", "is the nextCursor of the page before"));
    }
    return after;
  }

  private static int limit(String text, List<FieldError> errors) {
    if (text == null) {
      return USUAL_LIMIT;
    }
    int limit = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > HIGHEST_LIMIT) {
      errors.add(new FieldError("limit", "is a number from 1 to " + HIGHEST_LIMIT));
    }
    return limit;
  }
}
