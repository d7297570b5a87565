package org.followthrough.booster.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.followthrough.kit.problem.Problem;

/** What became of each question of a file. */
record ImportVerdict(int created, int updated, int unchanged, int rejected, List<Item> items) {

  /**
   * One question.
   *
   * @param line where it begins in the file, from 1
   * @param verdict created, updated, unchanged or rejected
   * @param problem why it is rejected
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(int line, String questionId, String verdict, Problem problem) {}

  static ImportVerdict of(List<Item> items) {
    return new ImportVerdict(
        count(items, "created"),
        count(items, "updated"),
        count(items, "unchanged"),
        count(items, "rejected"),
        items);
  }

  private static int count(List<Item> items, String verdict) {
    return (int) items.stream().filter(each -> each.verdict().equals(verdict)).count();
  }
}
