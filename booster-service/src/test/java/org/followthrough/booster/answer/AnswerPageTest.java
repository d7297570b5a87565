package org.followthrough.booster.answer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.followthrough.booster.BoosterTopic;
import org.followthrough.booster.BoosterTopic.Published;
import org.followthrough.booster.Database;
import org.followthrough.booster.Issued;
import org.followthrough.booster.Scene;
import org.followthrough.booster.Stage;
import org.followthrough.kit.testing.SettableClock;
import org.followthrough.kit.testing.WithStack;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "booster")
class AnswerPageTest {

  private static final Duration READING = Duration.ofSeconds(5);

  @Inject Stage stage;
  @Inject BoosterTopic topic;
  @Inject Database database;
  @Inject TestMachineTime machine;
  @Inject SettableClock clock;

  @Test
  void pageShouldShowFeedbackForTheMailedChoiceWhenOpened() {
    Issued issued = stage.issue(Scene.random(), "en");

    Document right = page(stage.link(issued, issued.rightKey()));
    assertThat(right.select("main").text())
        .contains("That’s right", "The right one", "About: The right one", "What good use looks")
        .contains("You name the issue in the first minute.", "Fewer escalations.");
    assertThat(right.select(".resources a").attr("href")).isEqualTo("https://example.org/guide");

    Document wrong = page(stage.link(issued, issued.wrongKey()));
    assertThat(wrong.select(".verdict.wrong").text()).contains("About: A wrong one");
    assertThat(wrong.select(".verdict.solution").text())
        .contains("The right one", "About: The right one");
  }

  @Test
  void pageShouldSpeakTheLanguageOfTheCourse() {
    Issued issued = stage.issue(Scene.random(), "de-AT");
    Document page = page(stage.link(issued, issued.rightKey()));
    assertThat(page.select("html").attr("lang")).isEqualTo("de");
    assertThat(page.select("main").text()).contains("Richtig!", "Meine Antwort zählen");
  }

  @Test
  void answerShouldCountOnceAndBringTheNextQuestionWhenAPersonPosts() {
    Issued issued = stage.issue(Scene.random(), "en");
    String link = stage.link(issued, issued.rightKey());
    Document page = page(link);
    machine.pass(READING);

    Response posted = post(link, page, "pointerdown");
    posted.then().statusCode(200).body("result", equalTo("counted"));

    List<Published> events = topic.await(issued.scene().enrollmentId(), 3);
    assertThat(events.get(1).is("BoosterAnswered")).isTrue();
    assertThat(events.get(1).data().path("correct").asBoolean()).isTrue();
    assertThat(events.get(2).is("BoosterScheduled")).isTrue();
    assertThat(events.get(2).data().path("dueOn").asText())
        .isEqualTo(LocalDate.parse("2027-01-19").plusDays(12).toString());
    assertThat(events).extracting(each -> each.envelope().aggregateVersion()).isSorted();
    assertThat(page(link).select(".status").text()).contains("Your answer counts");

    Document other = page(stage.link(issued, issued.wrongKey()));
    assertThat(other.select(".status").text()).contains(issued.rightKey(), "practice");
    assertThat(other.select("form")).isEmpty();
  }

  @Test
  void buttonShouldCountTheAnswerWhenScriptsAreOff() {
    Issued issued = stage.issue(Scene.random(), "en");
    String link = stage.link(issued, issued.wrongKey());
    Document page = page(link);
    machine.pass(READING);

    given()
        .redirects()
        .follow(false)
        .header("Accept", "text/html")
        .formParam("choice", value(page, "choice"))
        .formParam("nonce", value(page, "nonce"))
        .formParam("gesture", "button")
        .post(link)
        .then()
        .statusCode(303)
        .header("Location", link);

    assertThat(page(link).select(".status").text()).contains("Your answer counts");
    assertThat(topic.await(issued.scene().enrollmentId(), 2).get(1).data().path("correct"))
        .hasToString("false");
  }

  @Test
  void getAndHeadShouldRecordNothingHoweverOftenTheyCome() {
    Issued issued = stage.issue(Scene.random(), "en");
    for (int round = 0; round < 3; round++) {
      for (String key : issued.keys()) {
        given().head(stage.link(issued, key)).then().statusCode(200);
        given().get(stage.link(issued, key)).then().statusCode(200);
      }
      given().head(stage.link(issued, "canary")).then().statusCode(200);
      given().get(stage.link(issued, "canary")).then().statusCode(200);
    }
    assertThat(attempts(issued)).isZero();
    assertThat(state(issued)).isEqualTo("open");
  }

  @Test
  void personShouldCountWhenABotHasPostedEveryOptionBefore() {
    Issued issued = stage.issue(Scene.random(), "en");
    given().get(stage.link(issued, "canary")).then().statusCode(200);
    for (String key : issued.keys()) {
      String link = stage.link(issued, key);
      Document page = page(link);
      machine.pass(Duration.ofSeconds(3));
      post(link, page, "pointerdown").then().statusCode(200).body("result", equalTo("again"));
    }
    assertThat(state(issued)).isEqualTo("open");

    machine.pass(Duration.ofMinutes(2));
    String link = stage.link(issued, issued.rightKey());
    Document page = page(link);
    machine.pass(READING);
    post(link, page, "touchstart").then().statusCode(200).body("result", equalTo("counted"));
    assertThat(
            database.count(
                "SELECT count(*) FROM attempts WHERE booster_id = $1 AND class = 'suspect'",
                issued.boosterId()))
        .isEqualTo(issued.keys().size());
    assertThat(state(issued)).isEqualTo("answered");
  }

  @Test
  void personShouldCountWhenABotAnsweredBeforeItOpenedTheHiddenLink() {
    Issued issued = stage.issue(Scene.random(), "en");
    String botLink = stage.link(issued, issued.wrongKey());
    Document botPage = page(botLink);
    machine.pass(READING);
    post(botLink, botPage, "pointerdown").then().body("result", equalTo("counted"));
    machine.pass(Duration.ofSeconds(30));
    given().get(stage.link(issued, "canary")).then().statusCode(200);

    machine.pass(Duration.ofMinutes(5));
    String link = stage.link(issued, issued.rightKey());
    Document page = page(link);
    machine.pass(READING);
    post(link, page, "touchstart").then().statusCode(200).body("result", equalTo("counted"));

    List<Published> answers = answers(issued, 2);
    assertThat(answers)
        .extracting(each -> each.data().path("correct").asBoolean())
        .containsExactly(false, true);
    assertThat(answers).extracting(each -> each.envelope().aggregateVersion()).isSorted();
    assertThat(page(link).select(".status").text()).contains("Your answer counts");
    assertThat(page(botLink).select(".status").text()).contains("practice");
  }

  @Test
  void answerShouldStandWhenTheHiddenLinkIsOpenedLongAfterIt() {
    Issued issued = stage.issue(Scene.random(), "en");
    String link = stage.link(issued, issued.wrongKey());
    Document page = page(link);
    machine.pass(READING);
    post(link, page, "pointerdown").then().body("result", equalTo("counted"));
    machine.pass(Duration.ofSeconds(61));
    given().get(stage.link(issued, "canary")).then().statusCode(200);
    assertThat(page(stage.link(issued, issued.rightKey())).select("form")).isEmpty();
  }

  @Test
  void personShouldCountWhenABotLoadedAllPagesAndThenPressedEveryButton() {
    Issued issued = stage.issue(Scene.random(), "en");
    Map<String, Document> pages = new LinkedHashMap<>();
    issued.keys().forEach(key -> pages.put(key, page(stage.link(issued, key))));
    machine.pass(READING);
    pages.forEach((key, page) -> post(stage.link(issued, key), page, "pointerdown"));

    machine.pass(Duration.ofMinutes(5));
    String link = stage.link(issued, issued.rightKey());
    Document page = page(link);
    machine.pass(READING);
    post(link, page, "keydown").then().statusCode(200).body("result", equalTo("counted"));
    List<Published> answers = answers(issued, 2);
    assertThat(answers.get(answers.size() - 1).data().path("correct").asBoolean()).isTrue();
  }

  @Test
  void pageShouldFollowTheBrowserWhenTheCourseDoesNotTellItsLanguage() {
    Scene scene = Scene.random();
    Issued issued = stage.issue(scene, "");
    String link = stage.link(issued, issued.rightKey());
    String page = given().header("Accept-Language", "de-CH,en;q=0.5").get(link).asString();
    assertThat(Jsoup.parse(page).select("html").attr("lang")).isEqualTo("de");
    assertThat(page(link).select("html").attr("lang")).isEqualTo("en");
  }

  @Test
  void quickBotShouldBeSuspectAndANewNonceShouldLetThePersonTryAgain() {
    Issued issued = stage.issue(Scene.random(), "en");
    String link = stage.link(issued, issued.rightKey());
    Response tooFast = post(link, page(link), "pointerdown");
    tooFast.then().statusCode(200).body("result", equalTo("again"));

    machine.pass(READING);
    given()
        .header("Accept", "application/json")
        .formParam("choice", issued.rightKey())
        .formParam("nonce", tooFast.path("nonce").toString())
        .formParam("gesture", "keydown")
        .post(link)
        .then()
        .statusCode(200)
        .body("result", equalTo("counted"));
  }

  @Test
  void oneAnswerShouldStandWhenTheSamePostComesFiftyTimesAtOnce() throws Exception {
    Issued issued = stage.issue(Scene.random(), "en");
    String link = stage.link(issued, issued.rightKey());
    Document page = page(link);
    machine.pass(READING);

    List<CompletableFuture<Response>> posts = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(50);
    try {
      for (int i = 0; i < 50; i++) {
        posts.add(CompletableFuture.supplyAsync(() -> post(link, page, "pointerdown"), threads));
      }
      for (CompletableFuture<Response> post : posts) {
        post.get().then().statusCode(200).body("result", equalTo("counted"));
      }
    } finally {
      threads.shutdown();
    }
    assertThat(attempts(issued)).isEqualTo(1);
    List<Published> events = topic.await(issued.scene().enrollmentId(), 3);
    assertThat(events.stream().filter(each -> each.is("BoosterAnswered"))).hasSize(1);
  }

  @Test
  void pageShouldStillExplainButRecordNothingWhenTheQuestionIsOver() {
    Issued issued = stage.issue(Scene.random(), "en");
    String link = stage.link(issued, issued.wrongKey());
    Document page = page(link);
    machine.pass(READING);
    Instant before = clock.instant();
    clock.set(Instant.parse("2027-01-29T12:00:00Z"));
    try {
      Response over = given().header("Accept", "text/html").get(link);
      over.then().statusCode(410);
      Document explained = Jsoup.parse(over.asString());
      assertThat(explained.select("main").text())
          .contains("This question is over", "About: A wrong one", "About: The right one");
      assertThat(explained.select("form")).isEmpty();
      given().head(link).then().statusCode(410);
      post(link, page, "pointerdown").then().statusCode(410).body("status", equalTo(410));
      assertThat(attempts(issued)).isZero();
    } finally {
      clock.set(before);
    }
  }

  @Test
  void tokenShouldLeadNowhereWhenItIsMangledForgedForeignOrOfAnotherPurpose() {
    Issued issued = stage.issue(Scene.random(), "en");
    UUID person = issued.scene().personId();
    String good = stage.token(issued.boosterId(), person, "A");
    List<String> bad =
        List.of(
            good.substring(0, good.length() - 1),
            good.substring(0, 40),
            good + ".",
            good + "%3D",
            "3D" + good,
            "%3D" + good,
            good.replace(".", "%2E") + "%252E",
            good.replace("v1.", "v1%252E"),
            good.substring(0, 60) + "%0A" + good.substring(60),
            good + "%00",
            good + "%C3",
            "v1.none." + good.substring(good.indexOf('.', 3) + 1),
            stage.token("nonce", issued.boosterId(), person, "A"),
            good.replace("v1.", "V1."),
            good.toUpperCase(java.util.Locale.ROOT),
            "x".repeat(4_000),
            "nonsense",
            stage.token("eval", issued.boosterId(), person, "A"),
            stage.token(issued.boosterId(), UUID.randomUUID(), "A"),
            stage.token(UUID.randomUUID(), person, "A"),
            stage.token(issued.boosterId(), person, "E"),
            stage.token(issued.boosterId(), person, "a"),
            stage.token(issued.boosterId(), person, ""));
    String expected = given().header("Accept", "text/html").get("/q/unknown").asString();
    for (String token : bad) {
      Response answer =
          given().header("Accept", "text/html").urlEncodingEnabled(false).get("/q/" + token);
      answer.then().statusCode(404);
      assertThat(answer.asString()).isEqualTo(expected);
    }
  }

  @Test
  void postShouldNameTheFieldWhenNonceOrChoiceIsBad() {
    Issued issued = stage.issue(Scene.random(), "en");
    String link = stage.link(issued, "A");
    given()
        .formParam("choice", "A")
        .post(link)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("nonce"));
    given()
        .formParam("choice", "Z")
        .formParam("nonce", value(page(link), "nonce"))
        .post(link)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("choice"));
    Issued other = stage.issue(Scene.random(), "en");
    given()
        .formParam("choice", "A")
        .formParam("nonce", value(page(stage.link(other, "A")), "nonce"))
        .post(link)
        .then()
        .statusCode(400)
        .body("detail", containsString("nonce"));
    assertThat(attempts(issued)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "text", "text/", ";q=1", "*", "text/html;q=x", "\u00e4/\u00f6"})
  void pageShouldNotFailWhateverTheBrowserAccepts(String accept) {
    Issued issued = stage.issue(Scene.random(), "en");
    String link = stage.link(issued, issued.rightKey());
    for (Response answer :
        List.of(
            given().header("Accept", accept).get(link),
            given().header("Accept", accept).formParam("choice", "A").post(link))) {
      assertThat(answer.statusCode()).isLessThan(500);
    }
  }

  private List<Published> answers(Issued issued, int count) {
    UUID enrollment = issued.scene().enrollmentId();
    Awaitility.await(count + " answers")
        .atMost(Duration.ofSeconds(60))
        .until(() -> answers(enrollment).size() >= count);
    return answers(enrollment);
  }

  private List<Published> answers(UUID enrollment) {
    return topic.of(enrollment).stream().filter(each -> each.is("BoosterAnswered")).toList();
  }

  private Document page(String link) {
    Response response = given().header("Accept", "text/html").get(link);
    response.then().statusCode(200);
    return Jsoup.parse(response.asString());
  }

  private static Response post(String link, Document page, String gesture) {
    return given()
        .header("Accept", "application/json")
        .formParam("choice", value(page, "choice"))
        .formParam("nonce", value(page, "nonce"))
        .formParam("gesture", gesture)
        .post(link);
  }

  private static String value(Document page, String name) {
    Element field = page.selectFirst("form#count input[name=" + name + "]");
    return field == null ? "" : field.attr("value");
  }

  private long attempts(Issued issued) {
    return database.count(
        "SELECT count(*) FROM attempts WHERE booster_id = $1", issued.boosterId());
  }

  private String state(Issued issued) {
    return database
        .rows("SELECT state FROM boosters WHERE booster_id = $1", issued.boosterId())
        .get(0)
        .getString("state");
  }
}
