package org.followthrough.actionplan.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.followthrough.actionplan.Schemas;
import org.followthrough.kit.event.EventJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressContractTest {

  @ParameterizedTest
  @EnumSource(ProgressStatus.class)
  void publishesWhatTheSchemaPromises(ProgressStatus status) {
    var report = new ProgressReport(UUID.randomUUID(), status, null, Instant.EPOCH);
    var payload =
        ActionProgressReported.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), report);

    assertThat(
            Schemas.faults(
                ActionProgressReported.TYPE,
                new String(EventJson.write(payload), StandardCharsets.UTF_8)))
        .isEmpty();
  }
}
