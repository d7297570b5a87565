package org.followthrough.actionplan.talk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.followthrough.actionplan.Examples;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;

class TalkContractTest {

  private static final Instant NOW = Instant.parse("2027-01-19T15:00:00Z");

  @Test
  void payloadShouldBeWhatTheSchemaPromises() {
    assertValid(talk(TalkKind.BEFORE, "Focus on visits", 3));
    assertValid(talk(TalkKind.AFTER, null, null));
  }

  @Test
  void payloadShouldBeAllThatTheExamplesShow() {
    Examples.assertWrittenByUs(TalkHeld.TYPE, TalkHeld.class);
  }

  private static Talk talk(TalkKind kind, String outcome, Integer baseline) {
    return new Talk(
        kind, 1, UUID.randomUUID(), LocalDate.parse("2027-01-14"), outcome, true, baseline, NOW);
  }

  private static void assertValid(Talk talk) {
    EventContracts.assertValid(
        TalkHeld.TYPE, TalkHeld.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), talk));
  }
}
