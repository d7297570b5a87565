package org.followthrough.actionplan.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.followthrough.actionplan.Schemas;
import org.followthrough.kit.event.EventJson;
import org.junit.jupiter.api.Test;

class ReflectionContractTest {

  @Test
  void publishesWhatTheSchemaPromises() {
    var reflection = new Reflection("a".repeat(4_000), "Visits", Instant.EPOCH);
    var payload =
        ReflectionCaptured.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), reflection);

    assertThat(
            Schemas.faults(
                ReflectionCaptured.TYPE,
                new String(EventJson.write(payload), StandardCharsets.UTF_8)))
        .isEmpty();
  }
}
