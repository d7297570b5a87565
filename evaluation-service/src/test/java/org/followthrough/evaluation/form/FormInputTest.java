package org.followthrough.evaluation.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.followthrough.evaluation.followup.Answers;
import org.followthrough.evaluation.followup.Applied;
import org.followthrough.evaluation.form.FormInput.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormInputTest {

  @Test
  void onlyRatingAndUseAreNeeded() {
    var input = new FormInput("10", "not-yet", null, "", "  ");

    assertThat(input.faults()).isEmpty();
    assertThat(input.answers()).isEqualTo(new Answers(10, Applied.NOT_YET, null, null, null));
  }

  @Test
  void nothingFilledInNamesBothFields() {
    assertThat(FormInput.empty().faults())
        .isEqualTo(Map.of("rating", Fault.MISSING, "applied", Fault.MISSING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "11", "-1", "5.5", "1e1", "٥", "010", "5;DROP", "99999999999999999999"})
  void aRatingIsAWholeNumberFromOneToTen(String rating) {
    assertThat(new FormInput(rating, "partly", null, null, null).faults())
        .containsOnlyKeys("rating");
  }

  @Test
  void textsAreBoundedAndReadable() {
    assertThat(new FormInput("5", "partly", "a".repeat(2_001), "b\u0000", "c\u202E").faults())
        .isEqualTo(
            Map.of(
                "example", Fault.TOO_LONG,
                "helped", Fault.UNREADABLE,
                "hindered", Fault.UNREADABLE));
    assertThat(new FormInput("5", "partly", "\uD800", "ok\r\n\tok", "😀").faults())
        .isEqualTo(Map.of("example", Fault.UNREADABLE));
  }

  @Test
  void lineEndsAndAccentsAreNormal() {
    assertThat(new FormInput("5", "partly", "a\r\nb", "e\u0301", null).answers())
        .isEqualTo(new Answers(5, Applied.PARTLY, "a\nb", "é", null));
  }
}
