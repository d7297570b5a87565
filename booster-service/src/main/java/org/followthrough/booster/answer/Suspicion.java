package org.followthrough.booster.answer;

/** Why an attempt does not look like a person's. */
enum Suspicion {
  /** Posted sooner after its page was loaded than anybody reads. */
  TOO_FAST,
  /** Several options of the same question within a minute. */
  SEVERAL_CHOICES,
  /** The hidden link of the mail was opened within a minute. */
  CANARY,
  /** No sign of a hand. */
  NO_GESTURE,
  /** Not the choice that its own page offers. */
  FOREIGN_CHOICE
}
