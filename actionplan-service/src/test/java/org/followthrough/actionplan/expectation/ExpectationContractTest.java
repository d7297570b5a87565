package org.followthrough.actionplan.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.followthrough.actionplan.Schemas;
import org.followthrough.kit.event.EventJson;
import org.junit.jupiter.api.Test;

class ExpectationContractTest {

  private static final Instant NOW = Instant.parse("2027-01-19T15:00:00.123456Z");

  @Test
  void publishesWhatTheSchemaPromises() {
    assertThat(faults(new Expectations("Why", "Where", "Angry customers", 4, NOW))).isEmpty();
    assertThat(faults(new Expectations("Why", "Where", null, 10, NOW))).isEmpty();
    assertThat(faults(new Expectations("Why", "Where", null, 11, NOW))).hasSize(1);
  }

  private static java.util.List<String> faults(Expectations said) {
    var payload =
        ExpectationsShared.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), said);
    return Schemas.faults(
        ExpectationsShared.TYPE, new String(EventJson.write(payload), StandardCharsets.UTF_8));
  }
}
