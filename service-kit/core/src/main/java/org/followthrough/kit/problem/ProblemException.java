package org.followthrough.kit.problem;

/** Carries a problem out of a request handler; the mappers answer with it. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.title());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
