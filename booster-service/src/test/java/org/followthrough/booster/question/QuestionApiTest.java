package org.followthrough.booster.question;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.followthrough.booster.Database;
import org.followthrough.booster.Issued;
import org.followthrough.booster.Scene;
import org.followthrough.booster.Stage;
import org.followthrough.booster.TestKeys;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "booster")
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
  void questionShouldBeWrittenOnlyInTheVersionTheCallerHasSeen() {
    Scene scene = Scene.random();
    String one = BANK + "/q1";
    String first = stage.put(scene, "q1", Stage.question("One?")).header("ETag");
    assertThat(stage.put(scene, "q1", Stage.question("One?")).header("ETag"))
        .as("the same again changes nothing")
        .isEqualTo(first);
    as(scene, "read")
        .header("If-None-Match", first)
        .get(one, scene.course())
        .then()
        .statusCode(304)
        .header("ETag", first);
    String second =
        put(scene, "If-Match", first, "Two?").then().statusCode(200).extract().header("ETag");
    assertThat(second).isNotEqualTo(first);

    put(scene, "If-Match", first, "Three?")
        .then()
        .statusCode(412)
        .contentType("application/problem+json");
    put(scene, "If-None-Match", "*", "Three?").then().statusCode(412);
    as(scene, "write").header("If-Match", first).delete(one, scene.course()).then().statusCode(412);
    as(scene, "read")
        .get(one, scene.course())
        .then()
        .header("ETag", second)
        .body("stem", equalTo("Two?"))
        .body("retired", equalTo(false));
    put(scene, "If-Match", "\"77\", " + second, "Three?").then().statusCode(200);

    Scene empty = Scene.random();
    put(empty, "If-Match", "*", "One?").then().statusCode(412);
    put(empty, "If-None-Match", "*", "One?").then().statusCode(201);
  }

  @Test
  void everyWriterShouldBeServedWhenManyWriteTheSameQuestionAtOnce() throws Exception {
    Scene scene = Scene.random();
    List<CompletableFuture<Integer>> writers = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      for (int i = 0; i < 64; i++) {
        Map<String, Object> question = Stage.question("Version " + i + "?");
        boolean retires = i % 8 == 7;
        writers.add(
            CompletableFuture.supplyAsync(
                () ->
                    (retires ? stage.retire(scene, "q1") : stage.put(scene, "q1", question))
                        .statusCode(),
                threads));
      }
      for (CompletableFuture<Integer> writer : writers) {
        assertThat(writer.get()).isIn(200, 201, 204, 404);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(database.count("SELECT count(*) FROM questions WHERE course = $1", scene.course()))
        .isEqualTo(1);
  }

  @Test
  void bankShouldBeReadPageByPage() {
    Scene scene = Scene.random();
    var file = new StringBuilder();
    for (int i = 100; i < 223; i++) {
      file.append("::ä/").append(i).append("::Q").append(i).append("? {=x#y ~z#w}\n\n");
    }
    importing(scene, "text/plain", file.toString()).body("created", equalTo(123));
    List<String> ids = new ArrayList<>();
    String next = null;
    int pages = 0;
    do {
      RequestSpecification request = as(scene, "read").queryParam("limit", 40);
      Response page =
          (next == null ? request : request.queryParam("cursor", next)).get(BANK, scene.course());
      page.then().statusCode(200);
      ids.addAll(page.path("questions.questionId"));
      next = page.path("next");
      pages++;
    } while (next != null);
    assertThat(pages).isEqualTo(4);
    assertThat(ids).hasSize(123).doesNotHaveDuplicates().isSorted();
    as(scene, "read").get(BANK, scene.course()).then().body("questions", hasSize(50));
    for (String bad : List.of("0", "201", "-1", "x")) {
      invalid(as(scene, "read").queryParam("limit", bad).get(BANK, scene.course()), "limit");
    }
    for (String bad : List.of("%%", "AA")) {
      invalid(as(scene, "read").queryParam("cursor", bad).get(BANK, scene.course()), "cursor");
    }
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
    refused(scene, Map.of("stem", 5), "/stem");
    refused(scene, Map.of("goodUse", true), "/goodUse");
    refused(scene, Map.of("results", List.of("x")), "/results");
    refused(scene, Map.of("stem", "x".repeat(2_001)), "/stem");
    refused(scene, Map.of("results", "x".repeat(4_001)), "/results");
    List<Object> options = new ArrayList<>((List<?>) Stage.question("x").get("options"));
    refused(scene, Map.of("options", with(options, null)), "/options/3/text");
    refused(scene, Map.of("options", with(options, 7)), "/options/3");
    refused(scene, Map.of("options", with(options, Map.of("text", "x"))), "/options/3/feedback");
    refused(
        scene,
        Map.of("options", with(options, Map.of("text", "x", "feedback", "y", "correct", "yes"))),
        "/options/3/correct");
    refused(
        scene,
        Map.of("options", with(options, Map.of("text", "x", "feedback", "y", "score", 1))),
        "/options/3/score");
    refused(scene, Map.of("resources", with(List.of(), null)), "/resources/0/title");
    refused(
        scene,
        Map.of("resources", List.of(Map.of("title", "x", "url", "javascript:alert(1)"))),
        "/resources/0/url");
    for (String body :
        List.of("", "null", "[]", "{", "7", "\"x\"", "{}{}", "{\"stem\":\"\\ud800\"}")) {
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
        .body(header.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post(BANK + "/import", scene.course())
        .then()
        .statusCode(400)
        .body("detail", containsString("no question"));
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

  private static List<Object> with(List<?> items, Object more) {
    List<Object> all = new ArrayList<>(items);
    all.add(more);
    return all;
  }

  private static void invalid(Response answer, String pointer) {
    answer
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem(pointer));
  }

  private Response put(Scene scene, String header, String value, String stem) {
    return as(scene, "write")
        .header(header, value)
        .contentType(ContentType.JSON)
        .body(Stage.question(stem))
        .put(BANK + "/q1", scene.course());
  }

  private void answered(UUID boosterId, boolean correct) {
    database.rows(
        "UPDATE boosters SET state = 'answered', choice = 'A', correct = $2, closed_at = now(),"
            + " posted_at = now() WHERE booster_id = $1",
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
