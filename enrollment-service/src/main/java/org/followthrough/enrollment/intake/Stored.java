package org.followthrough.enrollment.intake;

import java.util.List;
import org.followthrough.kit.problem.Problem;

/**
 * What became of events that were handed in together; neither fresh nor failed means duplicate.
 *
 * @param fresh how many of them had an effect
 */
record Stored(int fresh, List<Failure> failures) {

  static final Stored NOTHING = new Stored(0, List.of());

  /** An event that the database refuses for good, though nothing is wrong with it to see. */
  record Failure(HrEvent event, Problem problem) {}
}
