package org.followthrough.actionplan.expectation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.followthrough.actionplan.Examples;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;

class ExpectationContractTest {

  private static final Instant NOW = Instant.parse("2027-01-19T15:00:00.123456Z");

  @Test
  void payloadShouldBeWhatTheSchemaPromises() {
    assertValid(new Expectations("Why", "Where", "Angry customers", 4, NOW));
    assertValid(new Expectations("Why", "Where", null, 10, NOW));
    assertThatThrownBy(() -> assertValid(new Expectations("Why", "Where", null, 11, NOW)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("baseline");
  }

  @Test
  void payloadShouldBeAllThatTheExamplesShow() {
    Examples.assertWrittenByUs(ExpectationsShared.TYPE, ExpectationsShared.class);
  }

  private static void assertValid(Expectations said) {
    EventContracts.assertValid(
        ExpectationsShared.TYPE,
        ExpectationsShared.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), said));
  }
}
