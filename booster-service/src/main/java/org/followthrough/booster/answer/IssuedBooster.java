package org.followthrough.booster.answer;

import java.time.Instant;
import java.util.UUID;
import org.followthrough.booster.track.IssuedQuestion;

/**
 * An issued question as its page needs it.
 *
 * @param state open, answered, unanswered or cancelled
 * @param answer the letter that counts, null while there is none
 * @param doubted whether a person's next answer takes the place of this one
 * @param courseTitle null while the course is not known
 * @param language of the course, BCP 47, may be null
 */
record IssuedBooster(
    UUID boosterId,
    UUID personId,
    int sequence,
    IssuedQuestion question,
    Instant closesAt,
    String state,
    String answer,
    boolean doubted,
    String courseTitle,
    String language) {

  boolean isAnswered() {
    return state.equals("answered");
  }

  boolean takesAnswersAt(Instant now) {
    boolean wanted = isAnswered() ? doubted : state.equals("open");
    return wanted && now.isBefore(closesAt);
  }
}
