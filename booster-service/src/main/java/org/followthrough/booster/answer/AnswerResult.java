package org.followthrough.booster.answer;

/** What became of a posted choice. */
enum AnswerResult {
  /** This attempt is the answer. */
  COUNTED,
  /** There was an answer before; looking at other choices is practice. */
  PRACTICE,
  /** It did not look like a person's; the next tap may. */
  AGAIN,
  /** The question is over; nothing was recorded. */
  OVER,
  /** There is no such letter. */
  NO_CHOICE,
  /** There is no such question. */
  UNKNOWN
}
