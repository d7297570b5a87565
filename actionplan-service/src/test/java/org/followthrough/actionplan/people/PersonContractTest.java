package org.followthrough.actionplan.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonContractTest {

  @ParameterizedTest
  @ValueSource(strings = {"enrollment.PersonUpserted.v1"})
  void personShouldReadEveryPublishedExample(String type) {
    assertThat(EventContracts.examples(type))
        .isNotEmpty()
        .allSatisfy(
            example ->
                assertThat(EventJson.read(example, PersonState.class).personId()).isNotNull());
  }
}
