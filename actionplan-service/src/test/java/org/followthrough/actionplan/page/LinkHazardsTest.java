package org.followthrough.actionplan.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.followthrough.actionplan.Browser;
import org.followthrough.actionplan.Entries;
import org.followthrough.actionplan.Links;
import org.followthrough.actionplan.Scene;
import org.followthrough.actionplan.Upstream;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.SignedLinks;
import org.followthrough.kit.testing.SettableClock;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "actionplan")
class LinkHazardsTest {

  private static final List<String> LEARNER =
      List.of("expectations", "reflection", "plan", "checkin");

  @Inject Upstream upstream;
  @Inject Links links;
  @Inject SignedLinks signer;
  @Inject SettableClock clock;

  @Test
  void getAndHeadShouldWriteNothing() {
    Scene scene = upstream.scene("en");
    for (String option : LEARNER) {
      open(links.plan(scene, option));
      open(links.plan(scene, option) + "?change&saved");
    }
    open(links.talk(scene, "before"));
    open(links.talk(scene, "after") + "?saved");

    assertThat(
            upstream.rows("SELECT 1 FROM followups WHERE enrollment_id = $1", scene.enrollmentId()))
        .isEmpty();
    assertThat(
            upstream.rows(
                "SELECT 1 FROM outbox_messages WHERE subject = $1",
                scene.enrollmentId().toString()))
        .isEmpty();
  }

  private static void open(String path) {
    assertThat(Browser.get(path).statusCode()).isEqualTo(200);
    assertThat(given().accept("text/html").urlEncodingEnabled(false).head(path).statusCode())
        .isEqualTo(200);
  }

  @Test
  void doorShouldKnowNoTokenOfAnotherPurpose() {
    Scene scene = upstream.scene("en");
    String plan = links.plan(scene, "plan").substring("/plan/".length());
    String talk = links.talk(scene, "before").substring("/talk/".length());

    for (String path :
        List.of(
            "/talk/" + plan,
            "/plan/" + talk,
            "/plan/" + plan + "x",
            "/plan/nonsense",
            "/plan/" + links.token("q", scene.enrollmentId(), scene.learnerId(), "plan"),
            "/plan/" + links.token("plan", scene.enrollmentId(), scene.learnerId(), "other"),
            "/talk/" + links.token("talk", scene.enrollmentId(), scene.managerId(), "plan"),
            "/plan/" + links.token("plan", scene.enrollmentId(), scene.managerId(), "plan"))) {
      assertThat(Browser.get(path).statusCode()).as(path).isEqualTo(404);
      assertThat(Browser.post(path, Entries.plan()).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void doorShouldSayThatAnExpiredLinkIsOver() {
    Scene scene = upstream.scene("en");
    String path =
        "/plan/"
            + signer.sign(
                new Link(
                    "plan",
                    scene.enrollmentId(),
                    scene.learnerId(),
                    "plan",
                    clock.instant().minus(Duration.ofSeconds(1))));

    assertThat(Browser.get(path).statusCode()).isEqualTo(410);
    assertThat(Browser.post(path, Entries.plan()).statusCode()).isEqualTo(410);
  }

  @Test
  void doorShouldAskForPatienceWhileTheEnrollmentIsOnItsWay() {
    String path = links.plan(Scene.random("en"), "plan");
    Response page = Browser.get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.header("Retry-After")).isEqualTo("60");
    assertThat(page.asString()).contains("Nearly ready");
    assertThat(Browser.post(path, Entries.plan()).statusCode()).isEqualTo(409);
  }

  @Test
  void doorShouldBeClosedToTheWithdrawn() {
    Scene scene = upstream.scene("en");
    upstream.enrollment(scene, "enrollment.EnrollmentWithdrawn.v1", "withdrawn", 2);
    upstream.awaitRow(
        "SELECT 1 FROM enrollments WHERE enrollment_id = $1 AND status = 'withdrawn'",
        scene.enrollmentId());
    upstream.enrollment(scene, "enrollment.LearnerEnrolled.v1", "enrolled", 1);

    for (String path : List.of(links.plan(scene, "plan"), links.talk(scene, "after"))) {
      Response page = Browser.get(path);
      assertThat(page.statusCode()).isEqualTo(410);
      assertThat(page.asString()).contains("This is no longer needed");
      assertThat(Browser.post(path, Entries.plan()).statusCode()).isEqualTo(410);
    }
  }

  @Test
  void refusalShouldSpeakTheReadersLanguage() {
    Scene scene = upstream.scene("de");
    upstream.enrollment(scene, "enrollment.EnrollmentWithdrawn.v1", "withdrawn", 2);
    upstream.awaitRow(
        "SELECT 1 FROM enrollments WHERE enrollment_id = $1 AND status = 'withdrawn'",
        scene.enrollmentId());

    for (String path : List.of(links.plan(scene, "plan"), links.talk(scene, "after"))) {
      assertThat(Browser.page(Browser.get(path)).title())
          .isEqualTo("Das ist nicht mehr nötig – Followthrough");
    }
  }

  @Test
  void doorShouldBeClosedToTheErasedAndForgetWhatTheyWrote() {
    Scene scene = upstream.scene("en");
    Browser.post(links.plan(scene, "plan"), Entries.plan());
    Browser.post(links.talk(scene, "after"), Entries.after());
    upstream.erase(scene.organizationId(), scene.learnerId(), 2);
    upstream.awaitRow("SELECT 1 FROM people WHERE person_id = $1 AND gone", scene.learnerId());

    assertThat(Browser.get(links.plan(scene, "plan")).statusCode()).isEqualTo(410);
    assertThat(Browser.get(links.talk(scene, "after")).statusCode()).isEqualTo(410);
    for (String table : List.of("followups", "reflections", "plan_versions", "talks")) {
      assertThat(
              upstream.rows(
                  "SELECT 1 FROM " + table + " WHERE enrollment_id = $1", scene.enrollmentId()))
          .as(table)
          .isEmpty();
    }
    assertThat(
            upstream.rows(
                "SELECT 1 FROM people WHERE person_id = $1 AND (name IS NOT NULL OR external_id IS NOT NULL)",
                scene.learnerId()))
        .isEmpty();
  }

  @Test
  void erasureShouldForgetTheWordsOfAManagerButNotTheTalk() {
    Scene scene = upstream.scene("en");
    Browser.post(links.talk(scene, "before"), Entries.before());
    upstream.erase(scene.organizationId(), scene.managerId(), 2);
    upstream.awaitRow("SELECT 1 FROM people WHERE person_id = $1 AND gone", scene.managerId());

    assertThat(
            upstream.rows(
                "SELECT outcome FROM talks WHERE enrollment_id = $1", scene.enrollmentId()))
        .hasSize(1)
        .allSatisfy(row -> assertThat(row.getString("outcome")).isNull());
    assertThat(Browser.get(links.talk(scene, "before")).statusCode()).isEqualTo(410);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%00b", "%E2%80%AEabc", "%07", "%FF%00"})
  void doorShouldNameTheFieldThatHoldsWhatCannotBeKept(String hostile) {
    Scene scene = upstream.scene("en");
    String body = "whyAttending=" + hostile + "&whereUsed=x&baseline=4";
    Response answer = Browser.postRaw(links.plan(scene, "expectations"), body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Browser.page(answer).select(".error a").eachAttr("href"))
        .containsExactly("#whyAttending");
  }

  @ParameterizedTest
  @ValueSource(strings = {"whyAttending=%", "%zz=1", "a=%u0041"})
  void doorShouldRefuseABodyThatIsNoForm(String body) {
    String path = links.plan(upstream.scene("en"), "expectations");

    assertThat(Browser.postRaw(path, body).statusCode()).isEqualTo(400);
  }

  @Test
  void pageShouldRefuseLongTextsAndShowMarkupAsText() {
    Scene scene = upstream.scene("en");
    String hostile = "<script>alert(1)</script>\"'{@inject}{t:save}";
    var fields = new HashMap<>(Entries.plan());
    fields.replaceAll((name, value) -> name.matches(".*On1") ? value : "x".repeat(65_536));
    Response tooLong = Browser.post(links.plan(scene, "plan"), fields);
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(tooLong.asString()).contains("Please shorten this to 500 characters.");
    assertThat(tooLong.asString().length()).isLessThan(150_000);

    assertThat(
            Browser.post(links.plan(scene, "plan"), Entries.with(Entries.plan(), "goal", hostile))
                .statusCode())
        .isEqualTo(303);
    for (String path : List.of(links.plan(scene, "plan"), links.talk(scene, "after"))) {
      Response page = Browser.get(path);
      assertThat(page.asString()).doesNotContain("<script");
      assertThat(Browser.page(page).text()).contains(hostile);
    }
  }

  @Test
  void doorShouldTakeNothingButForms() {
    String path = links.plan(upstream.scene("en"), "plan");

    assertThat(given().contentType("application/json").body("{}").post(path).statusCode())
        .isEqualTo(415);
    assertThat(given().put(path).statusCode()).isEqualTo(405);
    assertThat(Browser.post(path, Map.of()).statusCode()).isEqualTo(400);
  }

  @Test
  void pagesShouldStayOutOfCachesAndFrames() {
    Response page = Browser.get(links.plan(upstream.scene("en"), "plan"));

    assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(page.asString()).doesNotContain(" style=").doesNotContain("onclick");
  }

  @Test
  void eventsOfPeopleShouldCountByVersionNotByArrival() {
    Scene scene = upstream.scene("en");
    UUID next = UUID.randomUUID();
    upstream.learner(scene, 9, Map.of("managerId", next));
    upstream.awaitRow(
        "SELECT 1 FROM people WHERE person_id = $1 AND version = 9", scene.learnerId());
    upstream.learner(scene, 8, Map.of());
    upstream.learner(scene, 10, Map.of("managerId", next, "name", "Later"));
    upstream.awaitRow(
        "SELECT 1 FROM people WHERE person_id = $1 AND version = 10", scene.learnerId());

    assertThat(Browser.get(links.talk(scene, "before")).statusCode()).isEqualTo(410);
  }
}
