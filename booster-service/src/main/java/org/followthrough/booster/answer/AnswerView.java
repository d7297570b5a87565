package org.followthrough.booster.answer;

import java.util.List;
import org.followthrough.booster.track.IssuedQuestion;
import org.followthrough.booster.track.IssuedQuestion.Choice;

/**
 * The answer page.
 *
 * @param stage what the page can still do
 * @param answer the letter that counts, null while there is none
 * @param nonce of the form, null where there is none
 */
record AnswerView(
    String lang,
    String courseTitle,
    int number,
    IssuedQuestion question,
    Choice chosen,
    Stage stage,
    String answer,
    String token,
    String nonce) {

  /** What the page can still do. */
  enum Stage {
    OPEN,
    AGAIN,
    COUNTED,
    PRACTICE,
    OVER
  }

  static Stage stage(IssuedBooster booster, Choice chosen, boolean takesAnswers, boolean again) {
    if (takesAnswers) {
      return again ? Stage.AGAIN : Stage.OPEN;
    }
    if (!booster.isAnswered()) {
      return Stage.OVER;
    }
    return chosen.key().equals(booster.answer()) ? Stage.COUNTED : Stage.PRACTICE;
  }

  /** For the template. */
  public Choice right() {
    return question.rightChoice();
  }

  /** For the template. */
  public boolean hasForm() {
    return stage == Stage.OPEN || stage == Stage.AGAIN;
  }

  /** For the template. */
  public List<String> goodUse() {
    return paragraphs(question.goodUse());
  }

  /** For the template. */
  public List<String> results() {
    return paragraphs(question.results());
  }

  private static List<String> paragraphs(String text) {
    return text.isBlank() ? List.of() : List.of(text.split("\n\\s*\n"));
  }
}
