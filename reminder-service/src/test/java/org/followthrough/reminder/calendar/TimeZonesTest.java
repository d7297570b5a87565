package org.followthrough.reminder.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeZonesTest {

  // Whom HR gave no zone, or one this platform does not know, is not left without mail.
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-,Z", "'',Z", "Mars/Olympus,Z", "Europe/Berlin,Europe/Berlin", "UTC,UTC"})
  void zoneShouldBeUtcWhereTheNameSaysNothing(String name, String zone) {
    assertThat(TimeZones.of(name).getId()).isEqualTo(zone);
  }
}
