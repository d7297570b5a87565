package org.followthrough.booster.question;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.followthrough.booster.Database;
import org.followthrough.booster.Issued;
import org.followthrough.booster.Scene;
import org.followthrough.booster.Stage;
import org.followthrough.booster.TestKeys;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithStack(
    parts = {"kafka", "postgres"},
    databases = "booster")
class QuestionApiTest {

  private static final String BANK = "/v1/courses/{course}/questions";

  @Inject Stage stage;
  @Inject TestKeys keys;
  @Inject Database database;

  @Test
  void questionShouldBeStoredListedRewrittenAndRetired() {
    Scene scene = Scene.random();
    stage.put(scene, "q 1/ä", Stage.question("One?")).then().statusCode(201);
    stage
        .put(scene, "q 1/ä", Stage.question("Two?"))
        .then()
        .statusCode(200)
        .body("stem", equalTo("Two?"));
    as(scene, "read").get(BANK, scene.course()).then().body("questions.stem", contains("Two?"));

    String one = BANK + "/{id}";
    as(scene, "write").delete(one, scene.course(), "q 1/ä").then().statusCode(204);
    as(scene, "write").delete(one, scene.course(), "q 1/ä").then().statusCode(204);
    as(scene, "read").get(BANK, scene.course()).then().body("questions", equalTo(List.of()));
    as(scene, "read")
        .get(one, scene.course(), "q 1/ä")
        .then()
        .statusCode(200)
        .body("retired", equalTo(true));
  }

  @Test
  void bankShouldBeClosedToOtherOrganizationsAndToKeysWithoutTheScope() {
    Scene scene = Scene.random();
    stage.put(scene, "q1", Stage.question("One?")).then().statusCode(201);
    var stranger =
        new Scene(
            UUID.randomUUID(),
            scene.enrollmentId(),
            scene.personId(),
            scene.courseId(),
            scene.course());
    String one = BANK + "/{id}";
    as(stranger, "read").get(one, scene.course(), "q1").then().statusCode(404);
    as(stranger, "read").get(BANK, scene.course()).then().body("questions", equalTo(List.of()));
    as(stranger, "write").delete(one, scene.course(), "q1").then().statusCode(404);
    as(stranger, "read")
        .get(BANK + "/statistics", scene.course())
        .then()
        .body("questions", equalTo(List.of()));
    as(scene, "read").delete(one, scene.course(), "q1").then().statusCode(403);
    given().get(BANK, scene.course()).then().statusCode(401);
    as(scene, "read").get(one, scene.course(), "q1").then().body("retired", equalTo(false));
  }

  @Test
  void badQuestionShouldBeAnsweredWithTheFieldAtFault() {
    Scene scene = Scene.random();
    refused(scene, Map.of("stem", "a\u0000b"), "/stem");
    refused(scene, Map.of("options", List.of()), "/options");
    refused(scene, Map.of("options", "none"), "/options");
    refused(scene, Map.of("surprise", 1), "/surprise");
    refused(
        scene,
        Map.of("resources", List.of(Map.of("title", "x", "url", "javascript:alert(1)"))),
        "/resources/0/url");
    for (String body : List.of("", "null", "[]", "{", "7", "\"x\"")) {
      as(scene, "write")
          .contentType(ContentType.JSON)
          .body(body)
          .put(BANK + "/q", scene.course())
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
    stage
        .put(scene, "statistics", Stage.question("x"))
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("questionId"));
  }

  @Test
  void giftShouldBeImportedWithAVerdictForEachQuestion() {
    Scene scene = Scene.random();
    String file = "::a::A? {=x#y ~z#w}\n\n::b::B? {=x ~z#w}\n\n::a::Again? {=x#y ~z#w}\n\nbroken\n";
    importing(scene, "text/plain", file)
        .body("created", equalTo(1))
        .body("rejected", equalTo(3))
        .body("items.line", contains(1, 3, 5, 7))
        .body("items[1].problem.errors.pointer", hasItem("/options/0/feedback"))
        .body(
            "items[2].problem.detail",
            equalTo("questionId: is the same as that of a question further up"));
    importing(scene, "text/plain", file).body("unchanged", equalTo(1)).body("created", equalTo(0));
    importing(scene, "text/plain", file.replace("A?", "New?")).body("updated", equalTo(1));
  }

  @Test
  void csvShouldBeImported() {
    Scene scene = Scene.random();
    String header = "id,stem,option1,feedback1,option2,feedback2,correct\n";
    importing(scene, "text/csv", "\uFEFF" + header + "q1,Ä?,a,fa,b,fb,2\nq2,B?,a,fa,b,,1\n")
        .body("created", equalTo(1))
        .body("items[1].line", equalTo(3))
        .body("items[1].verdict", equalTo("rejected"));
    as(scene, "read").get(BANK, scene.course()).then().body("questions.stem", contains("Ä?"));
    as(scene, "write")
        .contentType("text/csv")
        .body(new byte[] {(byte) 0xff, (byte) 0xfe})
        .post(BANK + "/import", scene.course())
        .then()
        .statusCode(400);
  }

  @Test
  void statisticsShouldTellNothingAboutFewerThanFivePeople() {
    Scene scene = Scene.random();
    Issued first = stage.issue(scene, "en", Stage.question("Only one?"));
    List<UUID> boosters = new ArrayList<>(List.of(first.boosterId()));
    for (int i = 0; i < 3; i++) {
      boosters.add(stage.complete(scene.colleague()).boosterId());
    }
    boosters.forEach(booster -> answered(booster, true));
    statistics(scene)
        .body("questions[0].peopleAsked", nullValue())
        .body("questions[0].peopleAnswered", nullValue())
        .body("questions[0].rightShare", nullValue());

    answered(stage.complete(scene.colleague()).boosterId(), false);
    statistics(scene)
        .body("questions[0].peopleAsked", equalTo(5))
        .body("questions[0].peopleAnswered", equalTo(5))
        .body("questions[0].rightShare", equalTo(0.8f));
  }

  private void answered(UUID boosterId, boolean correct) {
    database.rows(
        "UPDATE boosters SET state = 'answered', choice = 'A', correct = $2, closed_at = now()"
            + " WHERE booster_id = $1",
        boosterId,
        correct);
  }

  private io.restassured.response.ValidatableResponse statistics(Scene scene) {
    return as(scene, "read").get(BANK + "/statistics", scene.course()).then().statusCode(200);
  }

  private io.restassured.response.ValidatableResponse importing(
      Scene scene, String type, String file) {
    return as(scene, "write")
        .contentType(type + "; charset=UTF-8")
        .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post(BANK + "/import", scene.course())
        .then()
        .statusCode(200);
  }

  private void refused(Scene scene, Map<String, Object> changes, String pointer) {
    Map<String, Object> question = new HashMap<>(Stage.question("Stem?"));
    question.putAll(changes);
    stage
        .put(scene, "q", question)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem(pointer));
  }

  private RequestSpecification as(Scene scene, String scope) {
    return given().auth().oauth2(keys.of(scene.organizationId(), scope));
  }
}
