package org.followthrough.booster.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;

class PersonContractTest {

  @Test
  void examplesShouldBeReadable() throws Exception {
    for (byte[] example : EventContracts.examples("enrollment.PersonUpserted.v1")) {
      boolean left = EventJson.mapper().readTree(example).path("left").asBoolean();
      assertThat(EventJson.read(example, PersonState.class).left()).isEqualTo(left);
    }
  }
}
