package org.followthrough.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractsTest {
  private static final String COMPLETED = "enrollment.CourseCompleted.v1";

  record Completed(
      UUID enrollmentId, UUID personId, UUID courseId, Instant completedAt, String status) {}

  private static final UUID ID = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000004");

  @ParameterizedTest
  @MethodSource("org.followthrough.kit.testing.EventContracts#types")
  void everyExampleShouldMeetItsSchema(String type) {
    assertThat(EventContracts.examples(type))
        .isNotEmpty()
        .allSatisfy(example -> EventContracts.assertValid(type, example));
  }

  @Test
  void goodPayloadShouldPass() {
    var payload = new Completed(ID, ID, ID, Instant.parse("2027-01-19T15:00:00Z"), "completed");

    assertThatCode(() -> EventContracts.assertValid(COMPLETED, payload)).doesNotThrowAnyException();
  }

  @Test
  void missingFieldShouldBeNamed() {
    assertThatThrownBy(() -> EventContracts.assertValid(COMPLETED, Map.of("status", "completed")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("enrollmentId");
  }

  @Test
  void wrongFormatShouldBeNamed() {
    byte[] payload =
        "{\"enrollmentId\":\"%s\",\"personId\":\"no uuid\",\"courseId\":\"%s\",\"status\":\"completed\"}"
            .formatted(ID, ID)
            .getBytes(UTF_8);

    assertThatThrownBy(() -> EventContracts.assertValid(COMPLETED, payload))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("personId");
  }

  @Test
  void unknownTypeShouldFail() {
    assertThatThrownBy(() -> EventContracts.assertValid("no.Such.v1", Map.of()))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> EventContracts.examples("no.Such.v1"))
        .isInstanceOf(AssertionError.class);
  }
}
