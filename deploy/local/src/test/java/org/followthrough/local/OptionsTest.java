package org.followthrough.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  @Test
  void parseShouldPlayTheSampleFastWhenNothingIsSaid() throws Options.Misused {
    Options options = Options.parse(List.of());

    assertThat(options.sample()).isTrue();
    assertThat(options.speed()).isEqualTo(43_200);
    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.data()).isEqualTo(Path.of(".local").toAbsolutePath());
    assertThat(options.start()).isEmpty();
  }

  @Test
  void parseShouldRunInRealTimeWhenEmpty() throws Options.Misused {
    assertThat(Options.parse(List.of("--empty")).speed()).isEqualTo(1);
    assertThat(Options.parse(List.of("--speed", "86400", "--empty")).speed()).isEqualTo(86_400);
  }

  @Test
  void parseShouldTakeEveryFlag() throws Options.Misused {
    Options options =
        Options.parse(
            List.of(
                "--fresh", "--start", "2027-01-04T06:00:00Z", "--data", "/x/./y", "--port", "9"));

    assertThat(options.fresh()).isTrue();
    assertThat(options.start()).contains(Instant.parse("2027-01-04T06:00:00Z"));
    assertThat(options.data()).isEqualTo(Path.of("/x/y"));
    assertThat(options.port()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({
    "--speed,fast,--speed needs a number",
    "--speed,-1,--speed goes from 0",
    "--speed,NaN,--speed goes from 0",
    "--start,monday,--start needs an instant",
    "--port,0,--port goes from 1",
    "--port,x,--port needs a number",
    "--date,x,unknown flag --date"
  })
  void parseShouldNameTheFlagWhenItsValueIsWrong(String flag, String value, String complaint) {
    assertThatThrownBy(() -> Options.parse(List.of(flag, value)))
        .isInstanceOf(Options.Misused.class)
        .hasMessageStartingWith(complaint);
  }

  @Test
  void parseShouldComplainWhenAValueIsMissing() {
    assertThatThrownBy(() -> Options.parse(List.of("--empty", "--data")))
        .hasMessage("--data needs a value");
  }
}
