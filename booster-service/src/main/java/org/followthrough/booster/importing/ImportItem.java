package org.followthrough.booster.importing;

import java.util.List;
import java.util.Optional;
import org.followthrough.booster.question.QuestionContent;
import org.followthrough.kit.problem.Problem.FieldError;

/**
 * One question of a file, read or not.
 *
 * @param line where it begins, from 1
 * @param questionId its id in the bank, null where it has none
 * @param content empty where it could not be read
 * @param faults what is wrong with it
 */
record ImportItem(
    int line, String questionId, Optional<QuestionContent> content, List<FieldError> faults) {

  ImportItem {
    faults = List.copyOf(faults);
  }

  static ImportItem read(int line, String questionId, QuestionContent content) {
    return new ImportItem(line, questionId, Optional.of(content), List.of());
  }

  static ImportItem unread(int line, String questionId, String fault) {
    return new ImportItem(
        line, questionId, Optional.empty(), List.of(new FieldError("line " + line, fault)));
  }

  ImportItem with(List<FieldError> newFaults) {
    return new ImportItem(line, questionId, content, newFaults);
  }

  boolean isGood() {
    return content.isPresent() && faults.isEmpty();
  }
}
