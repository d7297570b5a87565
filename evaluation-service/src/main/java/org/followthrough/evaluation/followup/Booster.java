package org.followthrough.evaluation.followup;

import java.util.Set;

/**
 * One question put to the learner.
 *
 * @param correct null while unanswered
 * @param answerVersion the version of the event that told the answer; a later one corrects it
 */
public record Booster(int sequence, Boolean correct, long answerVersion) {

  static final Booster UNKNOWN = new Booster(0, null, 0);

  Booster numbered(int number) {
    return sequence == number ? this : new Booster(number, correct, answerVersion);
  }

  Booster answered(boolean right, long version) {
    return version > answerVersion ? new Booster(sequence, right, version) : this;
  }

  boolean isAnswered() {
    return correct != null;
  }

  /** Whether it reached the learner: by a mail that went out, or because they answered. */
  boolean isAsked(Set<String> sent) {
    return isAnswered() || sent.contains(Followup.sentKey("booster", sequence));
  }
}
