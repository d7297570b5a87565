package org.followthrough.reminder.cadence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.followthrough.kit.testing.SettableClock;
import org.followthrough.kit.testing.WithStack;
import org.followthrough.reminder.Database;
import org.followthrough.reminder.Scene;
import org.followthrough.reminder.TestKeys;
import org.followthrough.reminder.Upstream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "reminder")
class CadenceApiTest {

  private static final Map<String, Object> LATER_TALK =
      Map.of(
          "key",
          "talk",
          "anchor",
          "completed",
          "offset",
          "P7D",
          "template",
          "post-course-talk",
          "localTime",
          "10:30");

  @Inject TestKeys keys;
  @Inject Upstream upstream;
  @Inject Database database;
  @Inject SettableClock clock;

  private RequestSpecification as(Scene scene) {
    return given()
        .auth()
        .oauth2(keys.of(scene.organizationId(), "read", "write"))
        .contentType(ContentType.JSON);
  }

  private ValidatableResponse put(Scene scene, String cadenceId, Object... steps) {
    return as(scene)
        .body(Map.of("steps", List.of(steps)))
        .put("/v1/cadences/{id}", cadenceId)
        .then();
  }

  @Test
  void cadencesShouldBeTheBuiltInOnesAndTheOrganizationsOwn() {
    Scene scene = Scene.create();
    put(scene, "late", LATER_TALK).statusCode(200).body("version", is(1));
    put(scene, "late", LATER_TALK).statusCode(200).body("version", is(2));

    as(scene)
        .get("/v1/cadences")
        .then()
        .statusCode(200)
        .body("items.cadenceId", equalTo(List.of("standard", "boosters-only", "late")))
        .body("items.builtIn", equalTo(List.of(true, true, false)));
    as(scene)
        .get("/v1/cadences/late")
        .then()
        .body("steps[0].audience", is("manager"))
        .body("steps[0].localTime", is("10:30"));
    as(Scene.create()).get("/v1/cadences/late").then().statusCode(404);
    as(scene).get("/v1/cadences/%00").then().statusCode(404);
  }

  @Test
  void standardShouldBeTheTemplateOfACopy() {
    Scene scene = Scene.create();
    List<Map<String, Object>> steps =
        as(scene).get("/v1/cadences/standard").then().statusCode(200).extract().path("steps");
    put(scene, "copy", steps.toArray()).statusCode(200).body("steps", hasSize(steps.size()));
    put(scene, "standard", steps.toArray()).statusCode(409);
  }

  @Test
  void refusalShouldNameEachField() {
    Scene scene = Scene.create();
    Map<String, Object> wrong = new HashMap<>(LATER_TALK);
    wrong.put("offset", "7 days");
    wrong.put("anchor", "someday");
    put(scene, "late", LATER_TALK, wrong)
        .statusCode(400)
        .body("errors.pointer", hasItems("/steps/1/offset", "/steps/1/anchor", "/steps/1/key"));
    put(scene, "Not a name", LATER_TALK).statusCode(400);
    put(scene, "late").statusCode(400).body("errors.pointer", hasItem("/steps"));
    as(scene).body("{\"steps\":[null]}").put("/v1/cadences/late").then().statusCode(400);
    as(scene).body("").put("/v1/cadences/late").then().statusCode(400);
    as(scene).body("{\"steps\":7}").put("/v1/cadences/late").then().statusCode(400);
    given().get("/v1/cadences").then().statusCode(401);
    given()
        .auth()
        .oauth2(keys.of(scene.organizationId(), "read"))
        .contentType(ContentType.JSON)
        .body(Map.of("steps", List.of(LATER_TALK)))
        .put("/v1/cadences/late")
        .then()
        .statusCode(403);
  }

  @Test
  void changedCadenceShouldMoveWhatItPlanned() {
    clock.set(Instant.parse("2027-01-04T09:00:00Z"));
    Scene scene = Scene.create();
    put(scene, "late", LATER_TALK).statusCode(200);
    upstream.publish(
        scene.course(1, "late"),
        scene.person(1, "Europe/Berlin", false),
        scene.manager(1, "Europe/Berlin"));
    upstream.publish(scene.completed(1, "2027-01-19T15:00:00Z"));
    String at =
        "SELECT count(*) FROM touches WHERE enrollment_id = $1 AND state = 'PLANNED' AND"
            + " to_char(due_at AT TIME ZONE 'UTC', 'MM-DD HH24:MI') = $2";
    database.awaitCount(1, at, scene.enrollmentId(), "01-26 09:30");

    Map<String, Object> later = new HashMap<>(LATER_TALK);
    later.put("offset", "P14D");
    put(scene, "late", later).statusCode(200);
    database.awaitCount(1, at, scene.enrollmentId(), "02-02 09:30");
  }

  @Test
  void dryRunShouldSayWhoGetsWhatWhen() {
    Scene scene = Scene.create();
    preview(scene, Map.of("timeZone", "Asia/Kolkata", "completedAt", "2027-11-30T06:00:00Z"))
        .statusCode(200)
        .body("cadenceId", is("standard"))
        .body("items", hasSize(17))
        .body("items[0].step", is("plan-invitation"))
        .body("items[0].localTime", is("2027-11-30T11:30:00"))
        .body("items[0].timeZone", is("Asia/Kolkata"))
        .body("items[0].dueAt", is("2027-11-30T06:00:00Z"))
        .body("items.state", everyItem(is("planned")))
        .body(
            "items.find { it.step == 'evaluation-3m-learner' }.localTime",
            is("2028-02-29T09:00:00"));
    preview(
            scene,
            Map.of(
                "completedAt",
                "2027-11-30T06:00:00Z",
                "planCommittedOn",
                "2027-12-01",
                "until",
                "2027-12-31"))
        .body(
            "items.findAll { it.step == 'plan-invitation' }.state",
            equalTo(List.of("planned", "cancelled", "cancelled")))
        .body("items.findAll { it.step == 'plan-invitation' }[1].reason", is("plan-committed"))
        .body("items.findAll { it.step == 'plan-invitation' }[1].explanation", notNullValue())
        .body("items.findAll { it.step == 'plan-check-in' }", hasSize(2));
  }

  @Test
  void dryRunShouldNameWhatItCannotUse() {
    Scene scene = Scene.create();
    preview(scene, Map.of()).statusCode(400);
    preview(scene, Map.of("startsOn", "soon"))
        .statusCode(400)
        .body("errors.pointer", hasItem("/startsOn"));
    preview(
            scene,
            Map.of(
                "timeZone",
                "Mars/Olympus",
                "startsOn",
                "2027-01-02",
                "endsOn",
                "2027-01-01",
                "completedAt",
                "9999-01-01T00:00:00Z",
                "boosters",
                List.of("0001-01-01")))
        .statusCode(400)
        .body("errors.pointer", hasItems("/timeZone", "/endsOn", "/completedAt", "/boosters/0"));
    preview(scene, Map.of("personId", "nobody", "startsOn", "2027-01-18"))
        .statusCode(400)
        .body("errors.pointer", hasItem("/personId"));
    as(scene)
        .body(Map.of("startsOn", "2027-01-18"))
        .post("/v1/cadences/none/preview")
        .then()
        .statusCode(404);
  }

  private ValidatableResponse preview(Scene scene, Map<String, ?> request) {
    return as(scene).body(request).post("/v1/cadences/standard/preview").then();
  }
}
