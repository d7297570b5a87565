package org.followthrough.actionplan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormReadingTest {

  private static final LocalDate TODAY = LocalDate.parse("2027-01-19");

  @Test
  void formShouldDecodeABody() {
    Form form = Form.parse("a=1+2%C3%A4&a=second&empty=&nothing&b=%0D%0Ax").orElseThrow();

    assertThat(form.raw("a")).isEqualTo("1 2ä");
    assertThat(form.raw("empty")).isEmpty();
    assertThat(form.raw("nothing")).isNull();
    assertThat(FreeText.lines(form.raw("b"))).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%zz", "%=a"})
  void formShouldRefuseABodyThatIsNoForm(String body) {
    assertThat(Form.parse(body)).isEmpty();
  }

  @Test
  void formShouldTakeNoMoreFieldsThanAFormHas() {
    Form form = Form.parse("x=1&".repeat(100_000) + "y=2").orElseThrow();

    assertThat(form.fields()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u0007", "\u202Eabc", "a\u2066", "\uD800"})
  void formShouldNameTextsThatNobodyCanRead(String text) {
    var reading = new FormReading(Form.of(Map.of("note", text)));
    reading.optional("note", 10);

    assertThat(reading.findings()).containsExactly(FieldFault.UNREADABLE.at("note"));
  }

  @Test
  void formShouldKeepLinesAndComposeLetters() {
    var reading = new FormReading(Form.of(Map.of("note", " a\u0308\r\n\tb ")));

    assertThat(reading.optional("note", 10)).isEqualTo("ä\n\tb");
    assertThat(reading.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, true",
    "10, true",
    "0, false",
    "11, false",
    "4.5, false",
    "'', false",
    "٤, false"
  })
  void formShouldReadRatings(String text, boolean valid) {
    var reading = new FormReading(Form.of(Map.of("baseline", text)));
    reading.rating("baseline");

    assertThat(reading.findings().isEmpty()).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-19, ",
    "2026-01-19, ",
    "2027-01-20, NOT_YET",
    "2026-01-18, LONG_AGO",
    "19.1.2027, NOT_A_DAY",
    "2027-02-30, NOT_A_DAY",
    "+999999999-01-01, NOT_A_DAY",
    "'', HELD_ON_MISSING"
  })
  void formShouldReadPastDays(String text, FieldFault fault) {
    var reading = new FormReading(Form.of(Map.of("heldOn", text)));
    reading.pastDay("heldOn", TODAY);

    assertThat(reading.findings())
        .isEqualTo(fault == null ? List.of() : List.of(fault.at("heldOn")));
  }

  @Test
  void formShouldKeepTheFirstFindingOfEachField() {
    Finding first = FieldFault.NOT_A_DAY.at("dueOn1");

    assertThat(
            Findings.firstOfEachField(
                List.of(first),
                List.of(FieldFault.TOO_LONG.at("dueOn1", 5), FieldFault.USE_MISSING.at("x"))))
        .containsExactly(first, FieldFault.USE_MISSING.at("x"));
  }
}
