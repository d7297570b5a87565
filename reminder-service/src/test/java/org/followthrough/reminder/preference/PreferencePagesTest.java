package org.followthrough.reminder.preference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.SignedLinks;
import org.followthrough.kit.testing.WithStack;
import org.followthrough.reminder.dispatch.GivenTouches;
import org.followthrough.reminder.mail.FreeMailPort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "reminder")
@WithTestResource(FreeMailPort.class)
class PreferencePagesTest {

  @Inject Pool pool;
  @Inject SignedLinks links;
  @Inject Clock clock;

  private GivenTouches touches;
  private UUID ana;

  @BeforeEach
  void open() {
    touches = new GivenTouches(pool).empty();
    ana = touches.person("ana@example.org");
  }

  private String token(String purpose, UUID subject, UUID person, String option) {
    return links.sign(
        new Link(purpose, subject, person, option, clock.instant().plusSeconds(86_400)));
  }

  private String unsubscribe(String option) {
    return "/unsubscribe/" + token("unsub", ana, ana, option);
  }

  private long ended() {
    return touches.count("unsubscriptions WHERE person_id = '" + ana + "'");
  }

  @Test
  void onlyTheExactPostShouldUnsubscribe() {
    String url = unsubscribe("boosters");

    given().get(url).then().statusCode(200).body(containsString("No more of these mails"));
    given().head(url).then().statusCode(200);
    given()
        .contentType(ContentType.URLENC)
        .body("List-Unsubscribe=one-click")
        .post(url)
        .then()
        .statusCode(400);
    given().contentType(ContentType.URLENC).body("").post(url).then().statusCode(400);
    given().contentType(ContentType.JSON).body("{}").post(url).then().statusCode(415);
    assertThat(ended()).isZero();

    Response done =
        given()
            .redirects()
            .follow(false)
            .contentType(ContentType.URLENC)
            .body("List-Unsubscribe=One-Click")
            .post(url);

    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.cookies()).isEmpty();
    assertThat(ended()).isEqualTo(1);
    given().get(url).then().body(containsString("already"));
  }

  @Test
  void multipartPostShouldUnsubscribeToo() {
    given()
        .multiPart("List-Unsubscribe", "One-Click")
        .post(unsubscribe("all"))
        .then()
        .statusCode(200);

    assertThat(ended()).isEqualTo(4);
  }

  @Test
  void unsubscribingTwiceShouldBeToldOnce() {
    String type = "outbox_messages WHERE type = 'reminder.RecipientUnsubscribed.v1'";
    long sequence = versions();
    for (int i = 0; i < 2; i++) {
      given()
          .contentType(ContentType.URLENC)
          .body("List-Unsubscribe=One-Click")
          .post(unsubscribe("plans"))
          .then()
          .statusCode(200);
    }

    assertThat(versions() - sequence).isEqualTo(1);
    assertThat(touches.count(type)).isLessThanOrEqualTo(1);
  }

  private long versions() {
    return touches
        .query(
            "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM delivery_versions",
            Tuple.tuple())
        .get(0)
        .getLong(0);
  }

  @Test
  void managersShouldReadWhatStillComes() {
    touches.person("ben@example.org", "Ben", "Europe/Madrid", "en", ana);

    given().get(unsubscribe("talks")).then().body(containsString("still comes"));
    given().get(unsubscribe("plans")).then().body(not(containsString("still comes")));
  }

  @Test
  void mangledOverdueAndForeignLinksShouldOpenNothing() {
    String good = unsubscribe("plans");
    given().get(good.substring(0, good.length() - 2)).then().statusCode(404);
    given().get("/unsubscribe/" + token("pref", ana, ana, "")).then().statusCode(404);
    given().get("/unsubscribe/" + token("unsub", ana, ana, "nothing")).then().statusCode(404);
    String late = links.sign(new Link("unsub", ana, ana, "plans", clock.instant().minusSeconds(1)));
    given().get("/unsubscribe/" + late).then().statusCode(410);
    UUID unknown = UUID.randomUUID();
    given().get("/preferences/" + token("pref", unknown, unknown, "")).then().statusCode(404);
  }

  @Test
  void choicesShouldBeSavedAndShown() {
    String url = "/preferences/" + token("pref", ana, ana, "");

    String location =
        given()
            .redirects()
            .follow(false)
            .contentType(ContentType.URLENC)
            .body("category=talks&category=plans")
            .post(url)
            .then()
            .statusCode(303)
            .extract()
            .header("Location");

    assertThat(location).endsWith(url + "?saved");
    assertThat(
            touches.query(
                "SELECT category FROM unsubscriptions WHERE person_id = $1 ORDER BY 1",
                Tuple.of(ana)))
        .extracting(row -> row.getString(0))
        .containsExactly("boosters", "evaluations");
    given().get(url + "?saved").then().statusCode(200).body(containsString("Saved"));
    given()
        .contentType(ContentType.URLENC)
        .body("category=everything")
        .post(url)
        .then()
        .statusCode(400)
        .body(containsString("everything"));
  }

  @Test
  void whyPageShouldTellReasonAndWhatIsNext() {
    UUID course = touches.course("Difficult conversations");
    Instant at = Instant.parse("2027-01-20T08:00:00Z");
    UUID sent = touches.touch(ana, course, "plan-invitation", at).insert();
    touches.touch(ana, course, "plan-check-in", at.plusSeconds(7 * 86_400)).insert();
    UUID envelope = envelope(ana, at);
    touches.run(
        "UPDATE touches SET state = 'ACCEPTED', envelope_id = $1, recipient_id = $2"
            + " WHERE touch_id = $3",
        Tuple.of(envelope, ana, sent));

    given()
        .get("/why/" + token("why", envelope, ana, ""))
        .then()
        .statusCode(200)
        .body(containsString("Your plan after"))
        .body(containsString("How your plan from"))
        .body(containsString("January 27, 2027"));
    UUID other = touches.person("other@example.org");
    given().get("/why/" + token("why", envelope, other, "")).then().statusCode(404);
  }

  @Test
  void calendarLinkShouldGiveTheLatestProposal() {
    UUID course = touches.course("Difficult conversations");
    UUID learner = touches.person("ben@example.org", "Ben", "Europe/Madrid", "en", ana);
    UUID enrollment = UUID.randomUUID();
    Instant at = Instant.parse("2027-01-20T08:00:00Z");
    UUID sent =
        touches.touch(learner, course, "pre-course-talk", at).enrollment(enrollment).insert();
    touches.run(
        "UPDATE touches SET state = 'ACCEPTED', envelope_id = $1, recipient_id = $2"
            + " WHERE touch_id = $3",
        Tuple.of(envelope(ana, at), ana, sent));

    String calendar =
        given()
            .get("/calendar/" + token("ics", enrollment, ana, "before") + ".ics")
            .then()
            .statusCode(200)
            .contentType("text/calendar")
            .extract()
            .asString();

    assertThat(calendar)
        .contains("UID:" + enrollment + "-before@", "DTSTART:20270122T090000Z", "Ben");
    given()
        .get("/calendar/" + token("ics", enrollment, learner, "before") + ".ics")
        .then()
        .statusCode(404);
  }

  private UUID envelope(UUID person, Instant at) {
    UUID id = UUID.randomUUID();
    touches.run(
        "INSERT INTO envelopes (envelope_id, organization_id, recipient_id, dispatched_at,"
            + " stale_after, resendable, send_window, state, message_id, mime_sha256)"
            + " VALUES ($1, $2, $3, $4, $4, false, 'w', 'ACCEPTED', '<x@y>', '')",
        Tuple.of(id, touches.organization, person, at.atOffset(ZoneOffset.UTC)));
    return id;
  }
}
