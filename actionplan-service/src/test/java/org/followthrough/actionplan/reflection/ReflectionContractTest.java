package org.followthrough.actionplan.reflection;

import java.time.Instant;
import java.util.UUID;
import org.followthrough.actionplan.Examples;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;

class ReflectionContractTest {

  @Test
  void payloadShouldBeWhatTheSchemaPromises() {
    var reflection = new Reflection("a".repeat(4_000), "Visits", Instant.EPOCH);

    EventContracts.assertValid(
        ReflectionCaptured.TYPE,
        ReflectionCaptured.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), reflection));
  }

  @Test
  void payloadShouldBeAllThatTheExamplesShow() {
    Examples.assertWrittenByUs(ReflectionCaptured.TYPE, ReflectionCaptured.class);
  }
}
