package org.followthrough.reminder.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.followthrough.kit.testing.SettableClock;
import org.followthrough.kit.testing.WithStack;
import org.followthrough.reminder.Database;
import org.followthrough.reminder.Scene;
import org.followthrough.reminder.TestKeys;
import org.followthrough.reminder.Upstream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "reminder")
class YearTest {

  private static final UUID FIRST = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000007");

  // Stands in for dispatch: what came due is sent.
  private static final String SEND =
      "UPDATE touches SET state = 'ACCEPTED', sent_at = due_at"
          + " WHERE enrollment_id = $1 AND state = 'PLANNED' AND due_at <= $2 RETURNING touch_id";

  private static final String TOUCHES = "SELECT count(*) FROM touches WHERE enrollment_id = $1";

  @Inject Upstream upstream;
  @Inject Database database;
  @Inject SettableClock clock;
  @Inject TestKeys keys;

  // Enrolled in time, and on the last working day before the course: one contact is overtaken then.
  @ParameterizedTest
  @CsvSource({"2027-01-04T09:00:00Z,24", "2027-01-15T09:00:00Z,22"})
  void journeyShouldSendInAYearWhatItsDryRunSaid(Instant enrolledAt, int mails) {
    Scene scene = Scene.create();
    clock.set(enrolledAt);
    upstream.publish(
        scene.course(1, "standard"),
        scene.manager(1, "Europe/Berlin"),
        scene.person(1, "Europe/Berlin", false));
    upstream.publish(scene.enrolled(1));
    // With the manager, too: nothing is planned again once the clock moves.
    database.awaitPlanned(scene.enrollmentId());
    sendUntil(scene, "2027-01-19T13:00:00Z");
    upstream.publish(scene.completed(2, "2027-01-19T13:00:00Z"));
    database.awaitCount(21, TOUCHES, scene.enrollmentId());
    sendUntil(scene, "2027-01-21T07:00:00Z");
    upstream.publish(
        scene.plan(1, "Goal", "2027-01-21T07:00:00Z"),
        scene.booster(FIRST, 1, "2027-02-02", "2027-02-09"));
    database.awaitCount(26, TOUCHES, scene.enrollmentId());
    sendUntil(scene, "2028-03-01T08:00:00Z");

    assertThat(sent(scene)).hasSize(mails).isEqualTo(dryRun(scene, enrolledAt));
  }

  private void sendUntil(Scene scene, String time) {
    clock.set(Instant.parse(time));
    database.rows(SEND, scene.enrollmentId(), clock.instant().atOffset(ZoneOffset.UTC));
  }

  private List<String> sent(Scene scene) {
    return database
        .rows(
            "SELECT step || '/' || occurrence || ' ' || to_char(sent_at AT TIME ZONE 'UTC',"
                + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM touches WHERE enrollment_id = $1"
                + " AND state = 'ACCEPTED' ORDER BY sent_at, step COLLATE \"C\", occurrence",
            scene.enrollmentId())
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private List<String> dryRun(Scene scene, Instant enrolledAt) {
    List<Map<String, Object>> items =
        given()
            .auth()
            .oauth2(keys.of(scene.organizationId(), "read"))
            .contentType(ContentType.JSON)
            .body(
                Map.of(
                    "timeZone", "Europe/Berlin",
                    "startsOn", "2027-01-18",
                    "endsOn", "2027-01-19",
                    "enrolledAt", enrolledAt.toString(),
                    "completedAt", "2027-01-19T13:00:00Z",
                    "planCommittedOn", "2027-01-21",
                    "boosters", List.of("2027-02-02")))
            .post("/v1/cadences/standard/preview")
            .then()
            .statusCode(200)
            .extract()
            .path("items");
    return items.stream()
        .filter(item -> item.get("state").equals("planned"))
        .map(item -> item.get("step") + "/" + item.get("occurrence") + " " + item.get("dueAt"))
        .toList();
  }
}
