package org.followthrough.reminder.explain;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.followthrough.kit.testing.SettableClock;
import org.followthrough.kit.testing.WithStack;
import org.followthrough.reminder.Database;
import org.followthrough.reminder.Scene;
import org.followthrough.reminder.TestKeys;
import org.followthrough.reminder.Upstream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "reminder")
class TouchLogTest {

  @Inject TestKeys keys;
  @Inject Upstream upstream;
  @Inject Database database;
  @Inject SettableClock clock;

  private final Scene scene = Scene.create();

  @BeforeEach
  void plan() {
    clock.set(Instant.parse("2027-01-04T09:00:00Z"));
    upstream.publish(
        scene.course(1, "standard"),
        scene.person(1, "Europe/Berlin", false),
        scene.manager(1, "Europe/Berlin"));
    upstream.publish(scene.completed(1, "2027-01-19T15:00:00Z"));
    database.awaitCount(
        21, "SELECT count(*) FROM touches WHERE enrollment_id = $1", scene.enrollmentId());
    // The manager is known, too.
    database.awaitPlanned(scene.enrollmentId());
  }

  private Response get(Scene as, String personId, String query) {
    return given()
        .auth()
        .oauth2(keys.of(as.organizationId(), "read"))
        .get("/v1/people/{id}/touches" + query, personId);
  }

  @Test
  void learnerShouldSeeEveryTouchWithItsReason() {
    get(scene, scene.learner(), "")
        .then()
        .statusCode(200)
        .body("items", hasSize(21))
        .body("items.about", everyItem(is(scene.learner())))
        .body("items.courseId", everyItem(is("C-1")))
        .body("items.findAll { it.step == 'pre-course-talk' }.reason", hasItem("course-completed"))
        .body(
            "items.findAll { it.step == 'pre-course-talk' }.explanation",
            hasItem("the course is already completed"))
        .body("items.findAll { it.state == 'planned' }", hasSize(17));
  }

  @Test
  void managerShouldSeeTheTouchesTheyGet() {
    get(scene, "M-1", "")
        .then()
        .statusCode(200)
        .body("items", hasSize(10))
        .body("items.audience", everyItem(is("manager")))
        .body("items.about", everyItem(is(scene.learner())));
  }

  @Test
  void pagesShouldHoldEachTouchOnce() {
    List<String> all = get(scene, scene.learner(), "").jsonPath().getList("items.touchId");
    List<String> paged = new ArrayList<>();
    String query = "?limit=4";
    while (query != null) {
      JsonPath page = get(scene, scene.learner(), query).jsonPath();
      paged.addAll(page.getList("items.touchId"));
      String next = page.getString("next");
      query = next == null ? null : "?limit=4&cursor=" + next;
    }
    assertThat(paged).isEqualTo(all).doesNotHaveDuplicates();
  }

  @Test
  void strangersShouldSeeNothing() {
    get(Scene.create(), scene.learner(), "").then().statusCode(404);
    get(scene, "nobody", "").then().statusCode(404);
    get(scene, "%00", "").then().statusCode(404);
    get(scene, scene.learner(), "?limit=0").then().statusCode(400);
    get(scene, scene.learner(), "?limit=x").then().statusCode(400);
    get(scene, scene.learner(), "?cursor=x").then().statusCode(400);
    given().get("/v1/people/x/touches").then().statusCode(401);
  }
}
