package org.followthrough.reminder.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.followthrough.kit.testing.SettableClock;
import org.followthrough.kit.testing.WithStack;
import org.followthrough.reminder.Database;
import org.followthrough.reminder.Scene;
import org.followthrough.reminder.Upstream;
import org.followthrough.reminder.Upstream.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes known while a touch is in the hands of dispatch, or after dispatch gave it up. */
@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "reminder")
class LateNewsTest {

  private static final String IN_STATE =
      "SELECT count(*) FROM touches WHERE enrollment_id = $1 AND state = $2";

  private static final String SET =
      "UPDATE touches SET state = $2, reason = $3 WHERE touch_id IN (SELECT touch_id FROM touches"
          + " WHERE enrollment_id = $1 ORDER BY touch_id FOR UPDATE) RETURNING touch_id";

  @Inject Upstream upstream;
  @Inject Database database;
  @Inject SettableClock clock;

  private final Scene scene = Scene.create();

  @BeforeEach
  void enroll() {
    clock.set(Instant.parse("2027-01-04T09:00:00Z"));
    upstream.publish(
        scene.course(1, "standard"),
        scene.manager(1, "Europe/Berlin"),
        scene.person(1, "Europe/Berlin", false));
    upstream.publish(scene.enrolled(1));
    database.awaitPlanned(scene.enrollmentId());
    assertThat(database.count(IN_STATE, scene.enrollmentId(), "PLANNED")).isEqualTo(4);
  }

  @Test
  void whatDispatchGivesBackShouldFollowWhatBecameKnownMeanwhile() {
    database.rows(SET, scene.enrollmentId(), "CLAIMED", "");
    upstream.publish(scene.withdrawn(2));
    database.awaitCount(
        1,
        "SELECT count(*) FROM journeys WHERE enrollment_id = $1"
            + " AND facts #>> '{enrollment,status}' = 'WITHDRAWN'",
        scene.enrollmentId());
    assertThat(database.count(IN_STATE, scene.enrollmentId(), "CLAIMED")).isEqualTo(4);

    database.rows(SET, scene.enrollmentId(), "PLANNED", "on-leave");
    database.awaitCount(4, IN_STATE, scene.enrollmentId(), "CANCELLED");
    database.awaitPlanned(scene.enrollmentId());
  }

  @Test
  void anotherAddressShouldGiveASuppressedTouchAnotherChance() {
    database.rows(SET, scene.enrollmentId(), "SUPPRESSED", "no-address");
    Message told = scene.person(2, "Europe/Berlin", false);
    Map<String, Object> payload = new HashMap<>((Map<String, Object>) told.payload());
    payload.put("email", "corrected@example.org");
    upstream.publish(
        new Message(
            told.topic(), told.type(), told.id(), told.version(), told.organizationId(), payload));
    database.awaitCount(4, IN_STATE, scene.enrollmentId(), "PLANNED");
  }

  // Nobody is in the manager's zone any more: the learner's counts until there is another manager.
  @Test
  void touchesShouldNotFollowTheZoneOfAnErasedManager() {
    String due =
        "SELECT count(*) FROM touches WHERE enrollment_id = $1 AND audience = 'manager'"
            + " AND to_char(due_at AT TIME ZONE 'UTC', 'HH24:MI') = $2";
    upstream.publish(scene.manager(2, "Asia/Kolkata"));
    database.awaitCount(2, due, scene.enrollmentId(), "03:30");

    Message learnersErasure = scene.erased();
    upstream.publish(
        new Message(
            learnersErasure.topic(),
            learnersErasure.type(),
            scene.managerId(),
            99,
            scene.organizationId(),
            null));
    database.awaitCount(2, due, scene.enrollmentId(), "08:00");
  }
}
