package org.followthrough.actionplan.talk;

/** What became of a log. */
public enum TalkOutcome {
  /** It is kept, as a first entry or as a correction. */
  LOGGED,
  /** It says what stands already. */
  UNCHANGED,
  /** It agrees a plan that was changed since it was read. */
  OVERTAKEN
}
