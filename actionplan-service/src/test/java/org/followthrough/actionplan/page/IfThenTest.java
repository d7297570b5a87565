package org.followthrough.actionplan.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IfThenTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "When a customer calls | a customer calls",
        "wenn Anna anruft, | Anna anruft",
        "whenever Tom calls | whenever Tom calls",
        "iffy talks begin | iffy talks begin"
      })
  void pageShouldNotSayWhenTwice(String situation, String shown) {
    assertThat(IfThen.cue(situation)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"then I ask | I ask", "dann frage ich | frage ich", "I ask | I ask"})
  void pageShouldNotSayThenTwice(String action, String shown) {
    assertThat(IfThen.deed(action)).isEqualTo(shown);
  }
}
