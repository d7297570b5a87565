package org.followthrough.booster.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.followthrough.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankPageTest {

  @Test
  void cursorShouldLeadOnFromTheLastQuestion() {
    assertThat(BankPage.of(null, "50")).isEqualTo(new BankPage("", 50));
    String cursor = BankPage.cursorAfter("ä/1 ~ 雪");
    assertThat(BankPage.of(cursor, "200")).isEqualTo(new BankPage("ä/1 ~ 雪", 200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "x", "1e2", "007", "99999999999", " 5", "\u0665"})
  void limitShouldBeRefusedWhenItIsNone(String limit) {
    assertThatThrownBy(() -> BankPage.of(null, limit))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().errors().get(0).pointer()).isEqualTo("limit"));
  }

  // Among them: no base64, a control character, no UTF-8, padding, far too long.
  @ParameterizedTest
  @ValueSource(strings = {"", "%%", "AA", "_w", "YQ==", "YR", "\u0000", "eHh4eHh4eHh4 "})
  void cursorShouldBeRefusedWhenItIsNoneOfOurs(String cursor) {
    refused(cursor);
    refused(cursor.repeat(500));
    refused(BankPage.cursorAfter("x".repeat(1_000)));
  }

  private static void refused(String cursor) {
    assertThatThrownBy(() -> BankPage.of(cursor, "50"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().errors().get(0).pointer()).isEqualTo("cursor"));
  }
}
