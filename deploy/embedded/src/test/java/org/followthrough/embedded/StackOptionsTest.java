package org.followthrough.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackOptionsTest {
  @Test
  void readsItsArguments() {
    assertThat(
            StackOptions.parse(
                "--data", "d", "--parts", "kafka,smtp", "--kafka-port", "9092", "--stop-on-eof"))
        .isEqualTo(
            new StackOptions(
                Path.of("d"),
                List.of("kafka", "smtp"),
                Map.of("kafka", 9092),
                List.of(),
                Optional.empty(),
                true,
                false));
  }

  @Test
  void namesTheArgumentItCannotUse() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StackOptions.parse("--parts", "kafka"))
        .withMessage("--data is missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StackOptions.parse("--data", "d", "--parts", "redis"))
        .withMessageContaining("redis");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> StackOptions.parse("--data", "d", "--parts", "kafka", "--kafka-port", "x"))
        .withMessageContaining("--kafka-port");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StackOptions.parse("--what", "d"))
        .withMessageContaining("--what");
  }
}
