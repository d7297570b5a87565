package org.followthrough.reminder.preference;

import java.time.Instant;
import java.util.UUID;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;

class UnsubscribedContractTest {

  @Test
  void whatWePublishShouldMeetItsSchema() {
    for (String category : Category.ALL) {
      EventContracts.assertValid(
          Preferences.UNSUBSCRIBED,
          new Preferences.RecipientUnsubscribed(
              UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000001"),
              category,
              Instant.parse("2027-01-20T08:00:00Z")));
    }
  }
}
