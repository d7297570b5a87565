package org.followthrough.booster.question;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/**
 * Which part of a bank to read. The cursor is the id of the last question read, so that pages hold
 * while questions come and go.
 *
 * @param after the id that the page comes after, empty for the first page
 * @param limit how many questions at most
 */
record BankPage(String after, int limit) {

  static final String DEFAULT_LIMIT = "50";
  private static final int HIGHEST_LIMIT = 200;
  private static final int LONGEST_CURSOR = 1_200;

  /** Reads the parameters of a request; refuses what is none. */
  static BankPage of(String cursor, String limit) {
    return new BankPage(cursor == null ? "" : decoded(cursor), number(limit));
  }

  /** The cursor of the page after that question. */
  static String cursorAfter(String questionId) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(questionId.getBytes(UTF_8));
  }

  private static int number(String limit) {
    if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > HIGHEST_LIMIT) {
      throw invalid("limit", "must be a number from 1 to " + HIGHEST_LIMIT);
    }
    return Integer.parseInt(limit);
  }

  private static String decoded(String cursor) {
    try {
      String id = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      boolean ours = cursorAfter(id).equals(cursor) && cursor.length() <= LONGEST_CURSOR;
      if (ours && QuestionRules.faultOfQuestionId(id).isEmpty()) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // Told below like every other cursor that is not ours.
    }
    throw invalid("cursor", "must be the next of a page before");
  }

  private static ProblemException invalid(String parameter, String detail) {
    return new ProblemException(Problem.invalidField(parameter, detail));
  }
}
