package org.followthrough.enrollment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2027-01-18T15:00:00Z",
        "1999-12-31T23:59:59Z",
        "0000-01-01T00:00:00Z",
        "2028-02-29T00:00:00Z",
        "2027-01-18T15:00Z",
        "2027-01-18T15:00:00z",
        "2027-01-18T15:00:00.123456789Z",
        "2027-01-18T15:00:00+05:30",
        "2027-01-18T15:00:00-08:00"
      })
  void timeShouldBeReadAsTheGeneralParserReadsIt(String text) {
    assertThat(Instants.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2027-02-29T00:00:00Z",
        "2027-13-01T00:00:00Z",
        "2027-01-18T24:00:00Z",
        "2027-01-18T15:60:00Z",
        "2027-01-18T15:00:60Z",
        "2027-01-18T15:00:00",
        "2027-01-18 15:00:00Z",
        "+027-01-18T15:00:00Z",
        "\u0662027-01-18T15:00:0Z"
      })
  void textThatNamesNoTimeShouldBeRefused(String text) {
    assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> Instants.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
