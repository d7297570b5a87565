package org.followthrough.evaluation.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.followthrough.evaluation.testing.EvaluationStack;
import org.followthrough.evaluation.testing.GivenEnrollment;
import org.followthrough.evaluation.testing.TestBeans;
import org.followthrough.evaluation.testing.Wire;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EvaluationStack.class)
class ConsolePagesTest {

  private static final String COOKIE = "followthrough-console";
  private static final UUID COURSE = UUID.randomUUID();
  private static final UUID EMPTY_COURSE = UUID.randomUUID();
  private static final UUID FOREIGN_COURSE = UUID.randomUUID();
  private static final List<UUID> MANAGERS =
      List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
  private static boolean told;

  @Inject Wire wire;

  @BeforeEach
  void tellOnce() throws Exception {
    if (!told) {
      told = true;
      new Cohort().tell();
    }
  }

  @Test
  void withoutASessionThereIsOnlyTheDoor() {
    for (String path : List.of("/console", "/console/courses/" + COURSE)) {
      Document page = Jsoup.parse(given().accept("text/html").get(path).asString());
      assertThat(page.select("input[name=key]")).hasSize(1);
      assertThat(page.text()).doesNotContain("Difficult conversations");
    }
  }

  @Test
  void anApiKeyWithTheScopeOpensASession() {
    Cookie cookie = signIn(TestBeans.KEY);

    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Strict");
    assertThat(cookie.getPath()).isEqualTo("/console");
    assertThat(cookie.getMaxAge()).isEqualTo(43_200);
    assertThat(cookie.getValue()).doesNotContain(TestBeans.KEY);
    Document page = page("/console", cookie, "en");
    assertThat(page.text()).contains("Difficult conversations").contains("Leading from afar");
  }

  @Test
  void noOtherKeyDoesAndNoneIsShownAgain() {
    for (String key : List.of(TestBeans.INTAKE_KEY, "ft_aaaaaaaaaa_wrong", "", "<b>x</b>")) {
      Response refused =
          given()
              .redirects()
              .follow(false)
              .accept("text/html")
              .formParam("key", key)
              .post("/console/sign-in");
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.cookies()).isEmpty();
      assertThat(refused.asString()).contains("role=\"alert\"").doesNotContain("ft_");
    }
  }

  @Test
  void aChangedCookieIsNoSession() {
    Cookie cookie = signIn(TestBeans.KEY);
    String value = cookie.getValue();
    String tampered =
        value.substring(0, 12) + (value.charAt(12) == 'A' ? 'B' : 'A') + value.substring(13);
    String talk = wire.link("talk", TestBeans.ORGANIZATION, TestBeans.ORGANIZATION, "", soon());

    for (String forged : List.of(tampered, talk, "", "v1.t1.x.y", value + "x")) {
      assertThat(given().cookie(COOKIE, forged).accept("text/html").get("/console").asString())
          .contains("name=\"key\"")
          .doesNotContain("Difficult conversations");
    }
  }

  @Test
  void aSessionSeesItsOwnOrganizationOnly() {
    Cookie other = signIn(TestBeans.OTHER_KEY);

    Document page = page("/console", other, "en");
    assertThat(page.text()).contains("Course of others").doesNotContain("Difficult");
    given()
        .cookie(other)
        .accept("text/html")
        .get("/console/courses/" + COURSE)
        .then()
        .statusCode(404);
    given()
        .cookie(signIn(TestBeans.KEY))
        .accept("text/html")
        .get("/console/courses/" + FOREIGN_COURSE)
        .then()
        .statusCode(404);
  }

  @Test
  void whoWantedToSeeACourseSeesItAfterSigningIn() {
    Document door =
        Jsoup.parse(given().accept("text/html").get("/console/courses/" + COURSE).asString());
    String course = door.select("input[name=course]").attr("value");

    assertThat(signInTo(course)).isEqualTo("/console/courses/" + COURSE);
    for (String hostile : List.of("", "//evil.example", "x\r\nSet-Cookie: a=b", "../inbox")) {
      assertThat(signInTo(hostile)).isEqualTo("/console");
    }
  }

  @Test
  void manyCoursesComeInPagesAndAreFound() {
    List<GivenEnrollment> courses = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      courses.add(
          new GivenEnrollment(TestBeans.LARGE_ORGANIZATION, UUID.randomUUID(), UUID.randomUUID())
              .course("c-%02d".formatted(i), "Course %02d".formatted(i), null));
    }
    wire.send(courses.stream().flatMap(each -> each.events().stream()).toList());
    courses.forEach(each -> wire.until(() -> wire.isCourseKnown(each)));
    Cookie cookie = signIn(TestBeans.LARGE_KEY);

    Document first = page("/console", cookie, "en");
    assertThat(first.select("tbody th").eachText()).hasSize(50).startsWith("Course 01");
    Document second = page(first.select("nav a").attr("href"), cookie, "en");
    assertThat(second.select("tbody th").eachText()).hasSize(10).endsWith("Course 60");
    assertThat(second.select("nav a").eachAttr("href")).containsExactly("/console?q=&page=1");
    assertThat(page("/console?q=course+57", cookie, "en").select("tbody th").eachText())
        .containsExactly("Course 57");
    assertThat(page("/console?q=C-09&page=7", cookie, "en").select("tbody th").eachText())
        .containsExactly("Course 09");
    Document none = page("/console?q=%3Cscript%3E%22%26&page=-1", cookie, "de");
    assertThat(none.select("[role=status]").text()).contains("0 von 60 Kursen gefunden.");
    assertThat(none.select("input[name=q]").attr("value")).isEqualTo("<script>\"&");
  }

  @Test
  void aConsoleLinkSignsInOnlyByItsPurposeAndInTime() {
    String link = enter("console", soon());

    String session =
        given()
            .redirects()
            .follow(false)
            .get("/console/enter/" + link)
            .then()
            .statusCode(303)
            .header("Location", equalTo("/console"))
            .extract()
            .cookie(COOKIE);
    assertThat(given().cookie(COOKIE, session).accept("text/html").get("/console").asString())
        .contains("Difficult conversations");
    given().get("/console/enter/" + enter("eval", soon())).then().statusCode(404);
    given().get("/console/enter/" + enter("consolesession", soon())).then().statusCode(404);
    given().get("/console/enter/" + enter("console", TestBeans.NOW)).then().statusCode(410);
  }

  @Test
  void signingOutTakesTheCookieAway() {
    Cookie gone =
        given()
            .cookie(signIn(TestBeans.KEY))
            .redirects()
            .follow(false)
            .post("/console/sign-out")
            .then()
            .statusCode(303)
            .extract()
            .detailedCookie(COOKIE);

    assertThat(gone.getValue()).isEmpty();
    assertThat(gone.getMaxAge()).isZero();
  }

  @Test
  void theCoursePageShowsEveryFigureInText() {
    Document page = page("/console/courses/" + COURSE, signIn(TestBeans.KEY), "en");

    assertThat(page.select("#funnel-chart-desc").text())
        .contains("Enrolled: 24")
        .contains("Completed: 22 of 24 (92%)")
        .contains("With a plan: 18 of 22 (82%)");
    for (Element chart : page.select("svg.chart")) {
      assertThat(chart.attr("role")).isEqualTo("img");
      assertThat(chart.select("> title").text()).isNotBlank();
      assertThat(chart.select("> desc").text()).isNotBlank();
      for (String id : chart.attr("aria-labelledby").split(" ")) {
        assertThat(page.getElementById(id)).isNotNull();
      }
    }
    assertThat(page.select("svg.chart")).hasSize(4);
    assertThat(page.select("details table")).hasSize(4);
    assertThat(page.select("[style], script")).isEmpty();
    assertThat(page.select("section[aria-labelledby=waiting] tbody tr")).isNotEmpty();
    assertThat(page.select("section[aria-labelledby=spend]").text()).contains("places");
  }

  @Test
  void nothingSaidByOnePersonCanBeRead() {
    String page =
        given()
            .cookie(signIn(TestBeans.KEY))
            .accept("text/html")
            .get("/console/courses/" + COURSE)
            .asString();

    for (int i = 0; i < 24; i++) {
      assertThat(page).doesNotContain("Learner " + i + "<").doesNotContain("example of " + i);
    }
  }

  @Test
  void anEmptyCourseSaysWhatWillAppearAndWhen() {
    Document page = page("/console/courses/" + EMPTY_COURSE, signIn(TestBeans.KEY), "en");

    assertThat(page.select("svg, details")).isEmpty();
    assertThat(page.text())
        .contains("Nobody is enrolled yet")
        .contains("Nothing was asked yet")
        .contains("forms go out three and twelve months after completion")
        .contains("two weeks after the first completion");
  }

  @Test
  void theConsoleSpeaksTheBrowsersLanguage() {
    Document page = page("/console/courses/" + COURSE, signIn(TestBeans.KEY), "de-AT,de;q=0.9");

    assertThat(page.select("html").attr("lang")).isEqualTo("de");
    assertThat(page.text()).contains("Besser als vorher?").contains("22 von 24 (92 %)");
  }

  @Test
  void unknownPagesOfTheConsoleAreNotFound() {
    Cookie cookie = signIn(TestBeans.KEY);
    for (String id : List.of(UUID.randomUUID().toString(), "x", "%00", "1-1-1-1-1-1")) {
      int status =
          given()
              .urlEncodingEnabled(false)
              .cookie(cookie)
              .get("/console/courses/" + id)
              .statusCode();
      assertThat(status).as(id).isBetween(400, 404);
    }
  }

  @Test
  void theApiTellsTheSame() {
    given()
        .auth()
        .oauth2(TestBeans.KEY)
        .get("/v1/outcomes/courses/difficult-talks")
        .then()
        .statusCode(200)
        .body("funnel.enrolled", equalTo(24))
        .body("funnel.completed.count", equalTo(22))
        .body("funnel.completed.of", equalTo(24))
        .body("funnel.completed.percent", equalTo(92))
        .body("voices", nullValue())
        .body("months.month", hasItem("2027-01"));
    given()
        .auth()
        .oauth2(TestBeans.KEY)
        .get("/v1/outcomes/courses")
        .then()
        .statusCode(200)
        .body("courseId", hasItem("difficult-talks"))
        .body("courseId", not(hasItem("of-others")))
        .body("find { it.courseId == 'difficult-talks' }.planned.count", equalTo(18));
  }

  @Test
  void theApiKeepsOrganizationsApartAndAsksForTheScope() {
    given()
        .auth()
        .oauth2(TestBeans.OTHER_KEY)
        .get("/v1/outcomes/courses/difficult-talks")
        .then()
        .statusCode(404);
    given().auth().oauth2(TestBeans.INTAKE_KEY).get("/v1/outcomes/courses").then().statusCode(403);
    given().get("/v1/outcomes/courses").then().statusCode(401);
    given().cookie(signIn(TestBeans.KEY)).get("/v1/outcomes/courses").then().statusCode(401);
  }

  private String enter(String purpose, Instant until) {
    return wire.link(purpose, TestBeans.ORGANIZATION, TestBeans.ORGANIZATION, "", until);
  }

  private static Instant soon() {
    return TestBeans.NOW.plus(Duration.ofHours(12));
  }

  private static String signInTo(String course) {
    return given()
        .redirects()
        .follow(false)
        .formParam("key", TestBeans.KEY)
        .formParam("course", course)
        .post("/console/sign-in")
        .then()
        .statusCode(303)
        .extract()
        .header("Location");
  }

  private static Cookie signIn(String key) {
    return given()
        .redirects()
        .follow(false)
        .accept("text/html")
        .formParam("key", key)
        .post("/console/sign-in")
        .then()
        .statusCode(303)
        .extract()
        .detailedCookie(COOKIE);
  }

  private static Document page(String path, Cookie cookie, String languages) {
    String html =
        given()
            .cookie(cookie)
            .accept("text/html")
            .header("Accept-Language", languages)
            .urlEncodingEnabled(false)
            .get(path)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    return Jsoup.parse(html);
  }

  /** Twenty-four people of one course, as a real one might look after four months. */
  private final class Cohort {

    private final Random random = new Random(5);
    private final List<GivenEnrollment> learners = new ArrayList<>();

    void tell() throws Exception {
      List<String> names = List.of("Kim Weber", "Lee Moss", "Noor Haddad", "Jonas Lindqvist");
      for (int i = 0; i < 24; i++) {
        learners.add(learner(i, names.get(i % 4)));
      }
      learners.forEach(each -> wire.send(each.events()));
      tellOthers();
      learners.forEach(wire::await);
      for (int i = 0; i < 16; i++) {
        answer(i);
      }
      keepForTheEye();
    }

    private GivenEnrollment learner(int i, String manager) {
      var given = new GivenEnrollment(TestBeans.ORGANIZATION, COURSE, MANAGERS.get(i % 4));
      given.people("Learner " + i, manager, "en");
      given.course("difficult-talks", "Difficult conversations", 890).enrolled();
      given.expectations(2 + i % 4).talked("before", 2 + i % 3);
      if (i < 22) {
        given.completed(Instant.parse("2027-0" + (1 + i % 4) + "-15T15:00:00Z"));
        given.sent("evaluation-3m-learner", 0).sent("evaluation-3m-manager", 0);
        boosters(given, i);
      }
      if (i % 9 < 7) {
        given.planned();
      }
      return i % 3 < 2 && i % 4 != 3 ? given.talked("after", null) : given;
    }

    private void boosters(GivenEnrollment given, int i) {
      for (int n = 1; n <= 4; n++) {
        UUID booster = UUID.randomUUID();
        given.boosterScheduled(booster, n).sent("booster", n);
        if (random.nextInt(10) < 8) {
          given.boosterAnswered(booster, n, (i + n) % 3 > 0);
        }
      }
    }

    private void answer(int i) {
      GivenEnrollment given = learners.get(i);
      send(given.enrollmentId, given.learnerId, "m3-learner", 6 + i % 4, i);
      if (i < 12) {
        send(given.enrollmentId, given.managerId, "m3-manager", 5 + i % 4, i);
      }
    }

    private void send(UUID enrollment, UUID by, String option, int rating, int i) {
      Map<String, String> form =
          Map.of(
              "rating", Integer.toString(rating),
              "applied", List.of("not-yet", "partly", "regularly", "regularly").get(i % 4),
              "example", "example of " + i,
              "helped",
                  List.of("My manager asked about it every week.", "The card in my pocket.", "")
                      .get(i % 3),
              "hindered",
                  List.of(
                          "",
                          "Too many visits on one day.",
                          "Nobody in the team does it this way.",
                          "")
                      .get(i % 4));
      given()
          .redirects()
          .follow(false)
          .contentType("application/x-www-form-urlencoded; charset=UTF-8")
          .formParams(form)
          .post("/eval/" + wire.link(enrollment, by, option))
          .then()
          .statusCode(303);
    }

    private void tellOthers() {
      UUID nobody = UUID.randomUUID();
      GivenEnrollment empty =
          new GivenEnrollment(TestBeans.ORGANIZATION, EMPTY_COURSE, nobody)
              .course("afar", "Leading from afar", null);
      wire.send(empty.events());
      wire.until(() -> wire.isCourseKnown(empty));
      var foreign = new GivenEnrollment(TestBeans.OTHER_ORGANIZATION, FOREIGN_COURSE, nobody);
      foreign.people("Other", "Boss", "en").course("of-others", "Course of others", 10).enrolled();
      wire.tell(foreign);
    }

    /** With -Devaluation.pages=DIR the pages are written there, to be looked at in a browser. */
    private void keepForTheEye() throws Exception {
      String directory = System.getProperty("evaluation.pages");
      if (directory == null) {
        return;
      }
      Cookie cookie = signIn(TestBeans.KEY);
      GivenEnrollment open = learners.get(17);
      GivenEnrollment done = learners.get(2);
      Map<String, String> pages =
          Map.of(
              "signin", given().accept("text/html").get("/console").asString(),
              "overview", page("/console", cookie, "en").outerHtml(),
              "course", page("/console/courses/" + COURSE, cookie, "en").outerHtml(),
              "kurs", page("/console/courses/" + COURSE, cookie, "de").outerHtml(),
              "empty", page("/console/courses/" + EMPTY_COURSE, cookie, "en").outerHtml(),
              "form", form(wire.link(open.enrollmentId, open.learnerId, "m3-learner")),
              "manager", form(wire.link(open.enrollmentId, open.managerId, "m3-manager")),
              "result", form(wire.link(done.enrollmentId, done.learnerId, "m3-learner") + "?saved"),
              "waiting",
                  form(
                      wire.link(
                              learners.get(13).enrollmentId,
                              learners.get(13).learnerId,
                              "m3-learner")
                          + "?saved"),
              "faulty", faulty(wire.link(open.enrollmentId, open.learnerId, "m3-learner")));
      Files.createDirectories(Path.of(directory));
      for (Map.Entry<String, String> each : pages.entrySet()) {
        Files.writeString(Path.of(directory, each.getKey() + ".html"), each.getValue());
      }
    }

    private String form(String link) {
      return given().accept("text/html").get("/eval/" + link).asString();
    }

    private String faulty(String link) {
      return given()
          .accept("text/html")
          .formParam("example", "At the counter, a customer shouted.")
          .post("/eval/" + link)
          .asString();
    }
  }
}
