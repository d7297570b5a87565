package org.followthrough.reminder.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;

class DeliveryContractsTest {

  private static final UUID ID = UUID.fromString("018f3a5e-7a10-7c11-9a01-00000000000a");
  private static final Instant AT = Instant.parse("2027-01-20T08:00:00Z");

  @Test
  void whatWePublishShouldMeetItsSchema() {
    EventContracts.assertValid(
        DeliveryEvents.SENT,
        new DeliveryEvents.TouchSent(
            ID, ID, ID, ID, ID, "plan-invitation", 0, "learner", "<" + ID + "@a.example>", AT));
    EventContracts.assertValid(
        DeliveryEvents.FAILED,
        new DeliveryEvents.TouchFailed(
            ID, ID, ID, ID, ID, "post-course-talk", 1, "manager", "smtp-550", AT));
    EventContracts.assertValid(
        DeliveryEvents.SUPPRESSED,
        new DeliveryEvents.TouchSuppressed(
            ID, ID, ID, ID, null, "post-course-talk", 0, "manager", "no-manager", AT));
  }

  @Test
  void publishedExamplesShouldBeReadable() {
    for (byte[] example : EventContracts.examples(DeliveryEvents.SENT)) {
      assertThat(EventJson.read(example, DeliveryEvents.TouchSent.class).sentAt()).isNotNull();
    }
    for (byte[] example : EventContracts.examples(DeliveryEvents.FAILED)) {
      assertThat(EventJson.read(example, DeliveryEvents.TouchFailed.class).reason()).isNotNull();
    }
    for (byte[] example : EventContracts.examples(DeliveryEvents.SUPPRESSED)) {
      assertThat(EventJson.read(example, DeliveryEvents.TouchSuppressed.class).reason())
          .isNotNull();
    }
  }
}
