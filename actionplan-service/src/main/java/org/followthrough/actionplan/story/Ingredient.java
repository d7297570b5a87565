package org.followthrough.actionplan.story;

import java.util.Locale;

/** What a plan needs to be more than a good intention; in the order in which they come about. */
public enum Ingredient {
  /** The learner said what was learnt. */
  REFLECTION,
  /** The learner committed to actions. */
  ACTIONS,
  /** Somebody else knows: the manager has talked about it after the course. */
  ACCOUNTABILITY,
  /** Somebody looks again: progress was reported at least once. */
  FOLLOW_UP;

  /** As the API writes it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
