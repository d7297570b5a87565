package org.followthrough.kit.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.SignedLinks;
import org.followthrough.kit.testing.NoBlockedEventLoop;
import org.followthrough.kit.testing.QuietLog;
import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuietLog
@NoBlockedEventLoop
class BootTest extends ServiceTest {
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Inject SignedLinks links;
  @Inject Clock clock;

  @Test
  void serviceShouldBecomeReadyOnceItKnowsTheKeys() {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                given()
                    .get("/ops/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.name", hasItem("API keys are known")));
  }

  @Test
  void instanceThatFrozeInATransactionShouldLoseItsLocks() {
    assertThat(rows("SHOW idle_in_transaction_session_timeout").get(0).getString(0))
        .isEqualTo("1min");
  }

  @Test
  void documentsAndMetricsShouldBeWhereTheyBelong() {
    given()
        .accept("application/json")
        .get("/openapi/things-service")
        .then()
        .statusCode(200)
        .body("info.title", equalTo("Things"))
        .body("paths", hasKey("/v1/things"));
    given().get("/docs/things-service").then().statusCode(200);
    given()
        .get("/ops/metrics")
        .then()
        .statusCode(200)
        .body(containsString("outbox_pending_rows"))
        .body(containsString("dead_letters"));
    given()
        .get("/assets/followthrough.css")
        .then()
        .statusCode(200)
        .header("X-Content-Type-Options", "nosniff")
        .contentType(startsWith("text/css"));
  }

  @Test
  void logShouldKeepNoTokenAndNoAddress() throws IOException {
    String mark = UUID.randomUUID().toString();
    Logger.getLogger(BootTest.class)
        .infof("%s: /thing/%s sent to %s", mark, token("thing"), "anna@x.example");

    assertThat(Files.readAllLines(Path.of("target/things-service.log")))
        .filteredOn(line -> line.contains(mark))
        .singleElement()
        .asString()
        .endsWith(mark + ": /thing/v1.t1.[link] sent to [address]");
    assertThat(InitialConfigurator.DELAYED_HANDLER.getHandlers())
        .filteredOn(ConsoleHandler.class::isInstance)
        .isNotEmpty()
        .allSatisfy(handler -> assertThat(passed(handler, token("thing"))).endsWith(".[link]"));
  }

  /** What the handler would write of a message. */
  private static String passed(Handler handler, String message) {
    ExtLogRecord record =
        new ExtLogRecord(Level.SEVERE, message, ExtLogRecord.FormatStyle.NO_FORMAT, "test");
    assertThat(handler.isLoggable(record)).isTrue();
    return record.getMessage();
  }

  @Test
  void pageShouldRenderTheKitsFrameAndEscape() {
    String token = token("thing");

    given()
        .get("/thing/" + token)
        .then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .header("Content-Security-Policy", startsWith("default-src 'none'"))
        .header("Cache-Control", "no-store")
        .body(containsString("A thing &lt;b&gt;"))
        .body(containsString("/assets/followthrough.css"));
    given()
        .redirects()
        .follow(false)
        .formParam("choice", "A")
        .post("/thing/" + token)
        .then()
        .statusCode(303)
        .header("Location", equalTo("/thing/" + token + "?saved"));
  }

  @Test
  void linkForAnotherPageShouldBeUnknown() {
    given().accept("text/html").get("/thing/" + token("other")).then().statusCode(404);
  }

  @Test
  void operatorAloneShouldSeeTheDeadLetters() {
    as(OPERATOR).get("/ops/dead-letters").then().statusCode(200);
    as(READER).get("/ops/dead-letters").then().statusCode(403);
    given().get("/ops/dead-letters").then().statusCode(401);
  }

  @Test
  void acceptedRequestShouldBecomeAnEventWithItsTrace() {
    String id =
        as(WRITER)
            .header("traceparent", TRACE)
            .contentType("application/json")
            .body(Map.of("name", "made"))
            .post("/v1/things")
            .then()
            .statusCode(200)
            .extract()
            .path("thingId");

    ConsumerRecord<String, byte[]> event = made(UUID.fromString(id));
    assertThat(Topics.header(event, "ce_type")).isEqualTo("kit.ThingMade.v1");
    assertThat(Topics.header(event, "ce_source")).isEqualTo("/things-service");
    assertThat(Topics.header(event, "ce_organizationid")).isEqualTo(Topics.ORGANIZATION.toString());
    assertThat(Topics.header(event, "traceparent")).isEqualTo(TRACE);
    await().atMost(LIMIT).until(() -> outboxRows() == 0);
  }

  @Test
  void traceOfOneRequestShouldNotLeakIntoAnother() {
    as(WRITER)
        .header("traceparent", TRACE)
        .contentType("application/json")
        .body(Map.of("name", "traced"))
        .post("/v1/things")
        .then()
        .statusCode(200);
    for (int i = 0; i < 20; i++) {
      String id =
          as(WRITER)
              .contentType("application/json")
              .body(Map.of("name", "untraced"))
              .post("/v1/things")
              .then()
              .statusCode(200)
              .extract()
              .path("thingId");
      assertThat(Topics.header(made(UUID.fromString(id)), "traceparent")).isNull();
    }
  }

  private ConsumerRecord<String, byte[]> made(UUID id) {
    return await()
        .atMost(LIMIT)
        .until(
            () -> all("kit.made.v1").stream().filter(it -> it.key().equals(id.toString())).toList(),
            found -> !found.isEmpty())
        .get(0);
  }

  private String token(String purpose) {
    UUID id = UUID.randomUUID();
    return links.sign(new Link(purpose, id, id, "", clock.instant().plus(Duration.ofDays(1))));
  }
}
