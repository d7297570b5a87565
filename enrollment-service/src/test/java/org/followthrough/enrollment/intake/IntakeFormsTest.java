package org.followthrough.enrollment.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.followthrough.enrollment.HrEventText;
import org.followthrough.enrollment.Tenant;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "enrollment")
class IntakeFormsTest {

  private static final Instant MONDAY = Instant.parse("2027-01-04T09:00:00Z");

  private Tenant tenant;

  @BeforeEach
  void create() {
    tenant = Tenant.created();
  }

  private ValidatableResponse post(String mediaType, String body) {
    return tenant
        .request()
        .contentType(mediaType)
        .body(body.getBytes(UTF_8))
        .post("/v1/hr-events")
        .then();
  }

  private static void assertVerdict(ValidatableResponse response, int accepted, int duplicates) {
    response
        .statusCode(200)
        .body("accepted", equalTo(accepted))
        .body("duplicates", equalTo(duplicates))
        .body("rejected", empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/cloudevents+json",
        "application/cloudevents+json; charset=UTF-8",
        "application/json"
      })
  void oneEventShouldBeAcceptedOnce(String mediaType) {
    String event = HrEventText.person("e-1", MONDAY, "E-1", "Ana López").text();

    assertVerdict(post(mediaType, event), 1, 0);
    assertVerdict(post(mediaType, event), 0, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/cloudevents-batch+json", "application/json"})
  void batchShouldCountEachEventOnce(String mediaType) {
    HrEventText ana = HrEventText.person("e-1", MONDAY, "E-1", "Ana");
    HrEventText ben = HrEventText.person("e-2", MONDAY, "E-2", "Ben");

    assertVerdict(post(mediaType, HrEventText.batch(List.of(ana, ben, ana))), 2, 1);
    assertVerdict(post(mediaType, "[]"), 0, 0);
  }

  @Test
  void linesShouldGoOnAfterABrokenOne() {
    HrEventText ana = HrEventText.person("e-1", MONDAY, "E-1", "Ana");
    HrEventText ben = HrEventText.person("e-2", MONDAY, "E-2", "Ben");
    String body =
        ana.text() + "\r\n{broken\n\n" + ben.text().replace("Ben", "") + "\n" + ben.text();

    post("application/x-ndjson", body)
        .statusCode(200)
        .body("accepted", equalTo(2))
        .body("rejected.index", contains(1, 3))
        .body("rejected[1].id", equalTo("e-2"))
        .body("rejected[1].problem.errors.pointer", contains("/data/name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/x-ndjson"})
  void laterOfTwoEventsWithoutTimeShouldCount(String mediaType) {
    String older = timeless(HrEventText.person("e-2", MONDAY, "E-1", "Ana Alt"));
    String newer = timeless(HrEventText.person("e-1", MONDAY, "E-1", "Ana Neu"));
    String body =
        mediaType.endsWith("ndjson") ? older + "\n" + newer : "[" + older + "," + newer + "]";

    assertVerdict(post(mediaType, body), 2, 0);

    tenant.get("/v1/people/E-1").then().body("name", equalTo("Ana Neu"));
  }

  private static String timeless(HrEventText event) {
    return event.text().replace("\"time\":\"" + MONDAY + "\",", "");
  }

  @Test
  void spaceAroundTextsShouldNotMakeThemOthers() {
    String ana = HrEventText.person("e-1", MONDAY, "E-1", "Ana").text();
    String spaced = ana.replace("\"e-1\"", "\"e-1 \"").replace("\"E-1\"", "\" E-1\"");

    assertVerdict(post("application/json", ana), 1, 0);
    assertVerdict(post("application/json", spaced.replace("\"Ana\"", "\" Ana \"")), 1, 0);

    tenant.get("/v1/people").then().body("personId", contains("E-1")).body("name", contains("Ana"));
  }

  @Test
  void sameIdOfAnotherSourceShouldBeAnotherEvent() {
    String event = HrEventText.person("e-1", MONDAY, "E-1", "Ana").text();

    assertVerdict(post("application/json", event), 1, 0);
    assertVerdict(post("application/json", event.replace("/hr/tests", "/hr/others")), 1, 0);
  }

  @Test
  void rejectedEventShouldBeAcceptedOnceItIsCorrected() {
    String event = HrEventText.person("e-1", MONDAY, "E-1", "Ana").text();

    post("application/json", event.replace("@example", " example"))
        .statusCode(200)
        .body("accepted", equalTo(0))
        .body("rejected[0].problem.errors.pointer", contains("/data/email"));
    assertVerdict(post("application/json", event), 1, 0);
  }
}
