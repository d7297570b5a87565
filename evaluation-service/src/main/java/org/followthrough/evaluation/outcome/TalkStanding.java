package org.followthrough.evaluation.outcome;

/** Where the talk after the course stands for one enrollment. */
enum TalkStanding {
  /** Manager and learner talked. */
  HELD,
  /** It could be held today and should have been by now. */
  WAITED_FOR,
  /** It should have been held by now, but learner or manager is on leave. */
  ON_LEAVE,
  /** It should have been held by now, but the learner's manager is not known or has left. */
  WITHOUT_MANAGER,
  /** There is nothing to wait for: no completion, not due yet, or the learner has left. */
  NOT_EXPECTED
}
