package org.followthrough.actionplan.progress;

import java.time.Instant;
import java.util.UUID;
import org.followthrough.actionplan.Examples;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressContractTest {

  @ParameterizedTest
  @EnumSource(ProgressStatus.class)
  void payloadShouldBeWhatTheSchemaPromises(ProgressStatus status) {
    var report = new ProgressReport(UUID.randomUUID(), status, null, Instant.EPOCH);

    EventContracts.assertValid(
        ActionProgressReported.TYPE,
        ActionProgressReported.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), report));
  }

  @Test
  void payloadShouldBeAllThatTheExamplesShow() {
    Examples.assertWrittenByUs(ActionProgressReported.TYPE, ActionProgressReported.class);
  }
}
