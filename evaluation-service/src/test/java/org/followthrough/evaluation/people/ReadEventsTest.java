package org.followthrough.evaluation.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;

class ReadEventsTest {

  @Test
  void everyPublishedExampleShouldBeReadable() {
    assertThat(EventContracts.examples(PersonUpserted.TYPE))
        .isNotEmpty()
        .allSatisfy(
            example -> {
              PersonUpserted person = EventJson.read(example, PersonUpserted.class);
              assertThat(person.externalId()).startsWith("E-");
            });
  }
}
