package org.followthrough.booster.track;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.UUID;

/**
 * An order that looks random and is always the same for the same person: colleagues get different
 * questions first and cannot pass on "it's B", and a retry changes nothing.
 */
final class QuestionOrder {

  private QuestionOrder() {}

  static Comparator<UUID> ofQuestions(UUID enrollmentId) {
    return Comparator.comparing(questionId -> place(enrollmentId + "/" + questionId));
  }

  static Comparator<String> ofOptions(UUID personId, UUID questionId) {
    return Comparator.comparing(text -> place(personId + "/" + questionId + "/" + text));
  }

  private static UUID place(String what) {
    return UUID.nameUUIDFromBytes(what.getBytes(UTF_8));
  }
}
