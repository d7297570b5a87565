package org.followthrough.enrollment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.followthrough.enrollment.HrEventText;
import org.followthrough.enrollment.Tenant;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "enrollment")
class ReadingTest {

  private static final Instant MONDAY = Instant.parse("2027-01-04T09:00:00Z");
  private static final String COURSE =
      """
      {"title":"Difficult conversations","description":"Two days.","behaviours":["Names the issue"],\
      "costPerPlace":890,"needBy":"2027-06-30","cadence":"standard","language":"en",\
      "commissioning":{"change":"Fewer escalations"}}\
      """;

  private Tenant tenant;

  @BeforeEach
  void create() {
    tenant = Tenant.created();
  }

  private void intake(HrEventText... events) {
    tenant.postBatch(List.of(events)).then().statusCode(200).body("rejected", empty());
  }

  private Response put(String courseId, String body) {
    return tenant
        .request()
        .contentType("application/json")
        .body(body)
        .put("/v1/courses/{id}", courseId);
  }

  @Test
  void whatIsMentionedShouldBeKeptUntilItIsTold() {
    intake(
        HrEventText.enrolled("e-1", MONDAY, "E-1", "talks", "2027-1"),
        HrEventText.of(
            "e-2",
            "hr.person.upserted",
            MONDAY,
            "{\"personId\":\"E-1\",\"email\":\"a@example.org\",\"name\":\"Ana\","
                + "\"timeZone\":\"Europe/Madrid\",\"managerId\":\"E/2 ü\"}"));

    tenant.get("/v1/people/E-1").then().statusCode(200).body("managerId", equalTo("E/2 ü"));
    tenant
        .get("/v1/people/{id}", "E/2 ü")
        .then()
        .statusCode(200)
        .body("name", nullValue())
        .body("left", equalTo(false));
    tenant.get("/v1/courses/talks").then().body("title", equalTo("talks"));
    tenant.get("/v1/cohorts/talks/2027-1").then().body("startsOn", nullValue());

    intake(HrEventText.cohort("e-3", MONDAY, "talks", "2027-1", "2027-01-18", "2027-01-19"));

    tenant.get("/v1/cohorts/talks/2027-1").then().body("startsOn", equalTo("2027-01-18"));
    tenant
        .get("/v1/enrollments?personId=E-1")
        .then()
        .body("startsOn", contains("2027-01-18"))
        .body("cohortId", contains("2027-1"));
  }

  @Test
  void courseShouldBeReplacedAsAWholeAndOnlyInTheVersionSeen() {
    Response created = put("talks", COURSE);
    created.then().statusCode(200).header("ETag", "\"1\"").body("costPerPlace", equalTo(890.0f));
    put("talks", COURSE).then().header("ETag", "\"1\"");

    put("talks", "{\"title\":\"Talks\"}")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("behaviours", empty())
        .body("commissioning", nullValue());
    tenant
        .request()
        .header("If-Match", "\"1\"")
        .contentType("application/json")
        .body(COURSE)
        .put("/v1/courses/talks")
        .then()
        .statusCode(412);
    tenant
        .request()
        .header("If-None-Match", "\"2\"")
        .get("/v1/courses/talks")
        .then()
        .statusCode(304);
  }

  @Test
  void mentionedCourseShouldKeepItsVersionsWhenItIsDescribed() {
    intake(HrEventText.enrolled("e-1", MONDAY, "E-1", "talks", null));

    put("talks", COURSE).then().statusCode(200).header("ETag", "\"2\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"title\":7}",
        "{\"title\":\"\\u0000\"}",
        "{\"title\":\"t\",\"behaviours\":[\"\",null]}",
        "{\"title\":\"t\",\"behaviours\":\"x\"}",
        "{\"title\":\"t\",\"costPerPlace\":-1}",
        "{\"title\":\"t\",\"costPerPlace\":1e999999}",
        "{\"title\":\"t\",\"costPerPlace\":\"a lot\"}",
        "{\"title\":\"t\",\"needBy\":\"2027-02-30\"}",
        "{\"title\":\"t\",\"needBy\":\"+99999-01-01\"}",
        "{\"title\":\"t\",\"cadence\":\"../x\"}",
        "{\"title\":\"t\",\"language\":\"de_DE\"}",
        "{\"title\":\"t\",\"commissioning\":{\"a\":\"\\u0001\"}}",
        "{\"title\":\"t\",\"commissioning\":{\"a\":{}}}",
        "{\"title\":\"t\",\"organizationId\":\"x\"}",
        "{\"title\":\"\\ud800\"}"
      })
  void faultyCourseShouldBeRefusedByField(String body) {
    Response answer = put("talks", body);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.<List<?>>path("errors")).isNotEmpty();
  }

  @Test
  void bodyOverTheLimitShouldBeRefused() {
    put("talks", "{\"title\":\"" + "x".repeat(3_000_000) + "\"}")
        .then()
        .statusCode(413)
        .contentType("application/problem+json");
  }

  @Test
  void pagesShouldHoldEveryRowOnce() {
    List<HrEventText> events =
        IntStream.range(0, 25)
            .mapToObj(i -> HrEventText.enrolled("e-" + i, MONDAY, "E-" + i, "talks", "k" + i % 3))
            .toList();
    tenant.postBatch(events).then().statusCode(200);

    for (String path : List.of("/v1/people", "/v1/enrollments")) {
      List<String> seen = new ArrayList<>();
      String next = path + "?limit=10";
      int pages = 0;
      while (next != null) {
        Response page = tenant.request().urlEncodingEnabled(false).get(next);
        page.then().statusCode(200);
        seen.addAll(page.jsonPath().getList("personId"));
        String link = page.header("Link");
        next = link == null ? null : link.substring(1, link.indexOf('>'));
        pages++;
      }
      assertThat(pages).isEqualTo(3);
      assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }
  }

  @Test
  void linkShouldKeepTheFilterWhateverIsInIt() {
    String person = "A&B +%/ü?#";
    intake(
        HrEventText.enrolled("e-1", MONDAY, person, "talks", "k1"),
        HrEventText.enrolled("e-2", MONDAY, person, "writing", "k1"),
        HrEventText.enrolled("e-3", MONDAY, "E-1", "talks", "k1"),
        HrEventText.enrolled("e-4", MONDAY, person, "first aid", "k1"));

    List<String> courses = new ArrayList<>();
    String next = "/v1/enrollments?limit=1&personId=A%26B%20%2B%25%2F%C3%BC%3F%23";
    while (next != null) {
      Response page = tenant.request().urlEncodingEnabled(false).get(next);
      page.then().statusCode(200).body("personId", contains(person));
      courses.addAll(page.jsonPath().getList("courseId"));
      String link = page.header("Link");
      next = link == null ? null : link.substring(1, link.indexOf('>'));
    }
    assertThat(courses).containsExactlyInAnyOrder("talks", "writing", "first aid");
  }

  @Test
  void filtersShouldNarrow() {
    intake(
        HrEventText.enrolled("e-1", MONDAY, "E-1", "talks", "k1"),
        HrEventText.enrolled("e-2", MONDAY, "E-2", "talks", "k2"),
        HrEventText.completed("e-3", MONDAY, "E-2", "other", null, MONDAY));

    tenant.get("/v1/enrollments?courseId=talks").then().body("", hasSize(2));
    tenant.get("/v1/enrollments?personId=E-2").then().body("", hasSize(2));
    tenant.get("/v1/enrollments?cohortId=k2").then().body("personId", contains("E-2"));
    tenant.get("/v1/enrollments?status=completed").then().body("courseId", contains("other"));
    tenant.get("/v1/enrollments?status=completed&courseId=talks").then().body("", empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/people?limit=0",
        "/v1/people?limit=201",
        "/v1/people?limit=-1",
        "/v1/people?limit=9999999999",
        "/v1/people?limit=x",
        "/v1/people?cursor=***",
        "/v1/people?cursor=AAAA",
        "/v1/cohorts?cursor=eA",
        "/v1/enrollments?cursor=eA",
        "/v1/enrollments?status=gone",
        "/v1/enrollments?personId=%00"
      })
  void faultyParameterShouldBeNamed(String path) {
    Response answer = tenant.request().urlEncodingEnabled(false).get(path);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    assertThat(path).contains(answer.<String>path("errors[0].pointer"));
  }

  @Test
  void foreignOrganizationShouldSeeNothing() {
    intake(
        HrEventText.person("e-1", MONDAY, "E-1", "Ana"),
        HrEventText.cohort("e-2", MONDAY, "talks", "k1", "2027-01-18", "2027-01-19"),
        HrEventText.enrolled("e-3", MONDAY, "E-1", "talks", "k1"));
    String enrollmentId = tenant.get("/v1/enrollments").path("[0].enrollmentId");
    Tenant stranger = Tenant.created();

    for (String path : List.of("/v1/people", "/v1/courses", "/v1/cohorts", "/v1/enrollments")) {
      tenant.get(path).then().statusCode(200).body("", hasSize(1));
      stranger.get(path).then().statusCode(200).body("", empty());
    }
    List<String> single =
        List.of(
            "/v1/people/E-1",
            "/v1/courses/talks",
            "/v1/cohorts/talks/k1",
            "/v1/enrollments/" + enrollmentId);
    for (String path : single) {
      tenant.get(path).then().statusCode(200);
      stranger.get(path).then().statusCode(404).contentType("application/problem+json");
    }
    stranger.get("/v1/enrollments?personId=E-1").then().body("", empty());
  }

  @Test
  void sameIdsInTwoOrganizationsShouldBeTwoThings() {
    intake(HrEventText.person("e-1", MONDAY, "E-1", "Ana"));
    Tenant other = Tenant.created();
    other
        .postBatch(List.of(HrEventText.person("e-1", MONDAY, "E-1", "Ben")))
        .then()
        .body("accepted", equalTo(1));

    tenant.get("/v1/people/E-1").then().body("name", equalTo("Ana"));
    other.get("/v1/people/E-1").then().body("name", equalTo("Ben"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/people/%00",
        "/v1/people/unknown",
        "/v1/enrollments/not-a-uuid",
        "/v1/enrollments/018f3a5e-7a10-7c11-9a01-000000000004",
        "/v1/cohorts/a/b",
        "/v1/courses/x%ED%A0%80"
      })
  void unknownShouldBeNotFound(String path) {
    tenant.request().urlEncodingEnabled(false).get(path).then().statusCode(404);
  }
}
