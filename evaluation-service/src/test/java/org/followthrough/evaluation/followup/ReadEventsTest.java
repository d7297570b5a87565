package org.followthrough.evaluation.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadEventsTest {

  private static final UUID PERSON = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000001");

  static Set<String> types() {
    return FactReader.types().keySet();
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyPublishedExampleShouldBeReadableAsAFact(String type) {
    assertThat(EventContracts.examples(type))
        .isNotEmpty()
        .allSatisfy(
            example -> {
              Fact fact = EventJson.read(example, FactReader.types().get(type));
              assertThat(fact.personId()).isEqualTo(PERSON);
              Followup folded =
                  Followup.unknown(UUID.randomUUID(), UUID.randomUUID()).with(fact, 1);
              assertThat(folded.learnerId()).isEqualTo(PERSON);
            });
  }

  @Test
  void theBaselinesOfTheExamplesShouldArrive() {
    byte[] shared = EventContracts.examples("actionplan.ExpectationsShared.v1").get(0);
    byte[] talk = EventContracts.examples("actionplan.TalkHeld.v1").get(0);
    Followup followup =
        Followup.unknown(UUID.randomUUID(), UUID.randomUUID())
            .with(EventJson.read(shared, Fact.ExpectationsShared.class), 1)
            .with(EventJson.read(talk, Fact.TalkHeld.class), 2);

    assertThat(followup.baselineOf(Audience.LEARNER, PERSON)).isEqualTo(4);
    assertThat(followup.baselineOf(Audience.MANAGER, followup.talkBefore().managerId()))
        .isEqualTo(3);
  }
}
