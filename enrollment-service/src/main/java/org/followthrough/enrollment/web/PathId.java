package org.followthrough.enrollment.web;

import java.util.UUID;
import org.followthrough.enrollment.fact.Texts;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** Ids in addresses and parameters. */
public final class PathId {

  private PathId() {}

  /** An id of the HR system as it was stored; 404 for what cannot be one. */
  public static String known(String what, String text) {
    if (Texts.lineFault(text, Texts.ID_LENGTH).isPresent()) {
      throw notFound(what);
    }
    return Texts.normal(text);
  }

  /** An id of the HR system that is to be stored; 400 for what cannot be one. */
  public static String created(String parameter, String text) {
    Texts.lineFault(text, Texts.ID_LENGTH)
        .ifPresent(
            detail -> {
              throw new ProblemException(Problem.invalidField(parameter, detail));
            });
    return Texts.normal(text);
  }

  /** A filter, null where it is not used; 400 for what cannot be an id. */
  public static String filter(String parameter, String text) {
    return text == null ? null : created(parameter, text);
  }

  /** An id of ours; 404 for what is none. */
  public static UUID ours(String what, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw notFound(what);
    }
  }

  public static ProblemException notFound(String what) {
    return new ProblemException(Problem.notFound(what));
  }
}
