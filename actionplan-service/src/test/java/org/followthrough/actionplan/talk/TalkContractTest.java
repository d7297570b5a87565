package org.followthrough.actionplan.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.followthrough.actionplan.Schemas;
import org.followthrough.kit.event.EventJson;
import org.junit.jupiter.api.Test;

class TalkContractTest {

  private static final Instant NOW = Instant.parse("2027-01-19T15:00:00Z");

  @Test
  void publishesWhatTheSchemaPromises() {
    assertThat(faults(talk(TalkKind.BEFORE, "Focus on visits", 3))).isEmpty();
    assertThat(faults(talk(TalkKind.AFTER, null, null))).isEmpty();
  }

  private static Talk talk(TalkKind kind, String outcome, Integer baseline) {
    return new Talk(
        kind, 1, UUID.randomUUID(), LocalDate.parse("2027-01-14"), outcome, true, baseline, NOW);
  }

  private static List<String> faults(Talk talk) {
    var payload = TalkHeld.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), talk);
    return Schemas.faults(
        TalkHeld.TYPE, new String(EventJson.write(payload), StandardCharsets.UTF_8));
  }
}
