package org.followthrough.booster.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.followthrough.booster.answer.AttemptClassifier.Earlier;
import org.followthrough.booster.answer.AttemptClassifier.Evidence;
import org.followthrough.booster.track.BoosterEvents;

/** How an issued question stands while attempts on it are judged one after the other. */
final class Standing {

  /**
   * What attempts do not change.
   *
   * @param choices the letters there are
   * @param closesAt when answers no longer count
   * @param canaryHitAt when the hidden link was opened last, machine time
   */
  record Terms(
      BoosterEvents.Owner owner,
      int sequence,
      Set<String> choices,
      String rightChoice,
      Instant closesAt,
      Optional<Instant> canaryHitAt) {}

  /**
   * The answer that counts.
   *
   * @param postedAt machine time
   * @param doubted signs of a program came after it, so that a person's takes its place
   */
  record Answer(String choice, Instant postedAt, boolean doubted) {}

  private final Terms terms;
  private final boolean open;
  private final List<Earlier> attempts = new ArrayList<>();
  private final Map<String, String> choicesByNonce = new HashMap<>();
  private Answer answer;

  /**
   * @param open whether it waits for its answer
   * @param answer null while there is none
   */
  Standing(Terms terms, boolean open, Answer answer) {
    this.terms = terms;
    this.open = open;
    this.answer = answer;
  }

  Terms terms() {
    return terms;
  }

  Answer answer() {
    return answer;
  }

  int attempts() {
    return attempts.size();
  }

  boolean offers(String choice) {
    return terms.choices().contains(choice);
  }

  /** Whether there is a link with that option in the mail. */
  boolean knowsLinkTo(String option) {
    return option.equals(Attempt.CANARY) || offers(option);
  }

  boolean isRight() {
    return answer.choice().equals(terms.rightChoice());
  }

  /** Takes note of an attempt; they come in their order. */
  void remember(String nonce, Earlier attempt) {
    attempts.add(attempt);
    choicesByNonce.put(nonce, attempt.choice());
  }

  /** The choice of an attempt of before, which may come again when its answer got lost. */
  Optional<String> choiceOf(String nonce) {
    return Optional.ofNullable(choicesByNonce.get(nonce));
  }

  Evidence evidence() {
    return new Evidence(attempts, terms.canaryHitAt());
  }

  boolean takesAnswersAt(Instant now) {
    boolean wanted = answer == null ? open : answer.doubted();
    return wanted && now.isBefore(terms.closesAt());
  }

  boolean isOverAt(Instant now) {
    return answer == null && !takesAnswersAt(now);
  }

  /** Whether the attempt speaks against the answer that counts so far. */
  boolean isContradictedBy(Attempt attempt) {
    return answer != null
        && !answer.doubted()
        && !answer.choice().equals(attempt.choice())
        && AttemptClassifier.isNear(answer.postedAt(), attempt.postedAt());
  }

  void doubt() {
    answer = new Answer(answer.choice(), answer.postedAt(), true);
  }

  void answer(Attempt attempt) {
    answer = new Answer(attempt.choice(), attempt.postedAt(), false);
  }

  /** What to tell somebody who made that choice. */
  AnswerResult resultFor(String choice, Instant now) {
    if (takesAnswersAt(now)) {
      return AnswerResult.AGAIN;
    }
    if (answer == null) {
      return AnswerResult.OVER;
    }
    return answer.choice().equals(choice) ? AnswerResult.COUNTED : AnswerResult.PRACTICE;
  }
}
