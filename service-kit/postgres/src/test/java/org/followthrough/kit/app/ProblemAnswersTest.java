package org.followthrough.kit.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.followthrough.kit.testing.NoBlockedEventLoop;
import org.followthrough.kit.testing.QuietLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuietLog(expected = {"unexpected failure, reference", "a request is to come again"})
@NoBlockedEventLoop
class ProblemAnswersTest extends ServiceTest {
  // The service may close before it has read all of a body it refuses.
  private static final String CLOSED = "(?i).*(reset|pipe|closed).*";

  @TestHTTPResource("/")
  URL service;

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"name\":", "[1,", "nonsense", "{\"name\":\"a\"}}", "{'name':1}"})
  void malformedJsonShouldBe400(String body) {
    problem(post(body), 400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"a\",\"count\":\"many\"}|/count",
        "{\"name\":\"a\",\"madeAt\":\"yesterday\"}|/madeAt",
        "{\"name\":{\"first\":\"a\"}}|/name",
        "{\"name\":\"a\",\"count\":99999999999}|/count",
        "{\"name\":\"a\",\"colour\":\"red\"}|/colour",
        "{\"name\":\"a\",\"organizationId\":\"x\"}|/organizationId",
        "{\"name\":\"\"}|/name",
        "{}|/name",
      })
  void wrongFieldShouldBe400AndNamed(String body, String pointer) {
    problem(post(body), 400)
        .body("errors[0].pointer", equalTo(pointer))
        .body("detail", containsString(pointer));
  }

  @Test
  void absentBodyShouldBe400() {
    problem(post(""), 400);
    problem(post("null"), 400);
  }

  @Test
  void bodyBeyondTheLimitsShouldBe400() {
    problem(post("{\"name\":\"a\",\"anything\":" + "[".repeat(40) + "]".repeat(40) + "}"), 400);
    problem(
        post("{\"name\":\"a\",\"anything\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}"), 400);
    problem(post("{\"name\":\"" + "a".repeat(17_000) + "\"}"), 400);
    problem(post("{\"name\":\"a\",\"anything\":" + "9".repeat(50) + "}"), 400);
    problem(post("{\"name\":\"a\",\"" + "k".repeat(600) + "\":1}"), 400);
    post("{\"name\":\"a\",\"anything\":" + "[".repeat(30) + "]".repeat(30) + "}").statusCode(200);
  }

  @Test
  void nulInTextShouldNotBe500() {
    int status = post("{\"name\":\"a\\u0000b\"}").extract().statusCode();

    assertThat(status).isEqualTo(400);
  }

  @Test
  void missingOrWrongCredentialShouldBe401() {
    problem(given().get("/v1/things").then(), 401).header("WWW-Authenticate", "Bearer");
    problem(as("nonsense").get("/v1/things").then(), 401);
    problem(as(READER + "x").get("/v1/things").then(), 401);
    problem(as("ft_unknown222_" + "x".repeat(43)).get("/v1/things").then(), 401);
    problem(given().header("Authorization", "Basic YTpi").get("/v1/things").then(), 401);
    problem(given().header("Authorization", "Bearer").get("/v1/things").then(), 401);
  }

  @Test
  void missingScopeShouldBe403() {
    problem(
        as(READER)
            .contentType("application/json")
            .body("{\"name\":\"a\"}")
            .post("/v1/things")
            .then(),
        403);
    problem(as(WRITER).get("/v1/things").then(), 403);
    problem(as(OPERATOR).get("/v1/things").then(), 403);
    problem(as(READER).get("/v1/things/unannotated").then(), 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nowhere", "/v1/nowhere", "/ops/nowhere", "/assets/nowhere.js", "/thing/x", "/"})
  void unknownPathShouldBe404(String path) {
    problem(as(READER).get(path).then(), 404);
    problem(given().get(path).then(), 404);
  }

  @Test
  void wrongMethodShouldBe405() {
    problem(as(WRITER).delete("/v1/things").then(), 405);
    problem(as(WRITER).put("/v1/things").then(), 405);
  }

  @Test
  void typeThatCannotBeProducedShouldBe406() {
    problem(as(READER).accept("image/png").get("/v1/things").then(), 406);
  }

  @Test
  void bodyThatIsTooLargeShouldBe413() throws IOException {
    problem(post("{\"name\":\"" + "a".repeat(3_000_000) + "\"}"), 413);
    String answer =
        raw(
            "POST /v1/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + WRITER
                + "\r\nContent-Type: application/json\r\nContent-Length: 9999999999\r\n"
                + "Connection: close\r\n\r\n{");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
  }

  @Test
  void chunkedBodyThatIsTooLargeShouldBe413() throws IOException {
    String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
    String answer =
        raw(
            "POST /v1/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + WRITER
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n"
                + chunk.repeat(40)
                + "0\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
  }

  @Test
  void typeThatIsNotTakenShouldBe415() {
    problem(
        as(WRITER).contentType("text/plain").body("{\"name\":\"a\"}").post("/v1/things").then(),
        415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/things;x=1", "/v1;a/things", "/v1/things%3Bx", "/ops;/dead-letters"})
  void semicolonInThePathShouldBe400(String path) {
    problem(as(READER).urlEncodingEnabled(false).get(path).then(), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/thing/%c3%28", "/thing/%00", "/v1/%c3%28"})
  void pathOfStrangeBytesShouldBe404(String path) throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 404").contains("application/problem+json");
  }

  /** Quarkus refuses these before any route or handler of ours is asked. */
  @ParameterizedTest
  @ValueSource(strings = {"/v1/%zz", "/v1/%"})
  void undecodablePathShouldBe400(String path) throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "/", "application/", "a/b/c", "application/json;charset=x"})
  void typeThatIsNoTypeShouldBe415Or400(String type) throws IOException {
    String answer =
        raw(
            "POST /v1/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + WRITER
                + "\r\nContent-Type: "
                + type
                + "\r\nContent-Length: 1\r\nConnection: close\r\n\r\n{");

    assertThat(answer).matches("(?s)HTTP/1.1 (400|415) .*").contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "/", "a/b/c", "*", ";", "application/json;q=9"})
  void acceptedTypeThatIsNoTypeShouldNotBe500(String accept) throws IOException {
    String answer =
        raw(
            "GET /v1/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + READER
                + "\r\nAccept: "
                + accept
                + "\r\nConnection: close\r\n\r\n");

    assertThat(answer).matches("(?s)HTTP/1.1 (200|400|406) .*").contains("json");
  }

  @ParameterizedTest
  @ValueSource(strings = {";;;", "de;q=abc", "*", "de_DE_x,,", "x-y"})
  void languageThatIsNoneShouldStillGetThePage(String language) throws IOException {
    String answer =
        raw(
            "GET /thing/x HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nAccept-Language: "
                + language
                + "\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 404").contains("This page does not exist");
  }

  @Test
  void bodyInAStrangeEncodingShouldBe400() {
    for (byte[] body :
        List.of(
            new byte[] {0, 0, 0, '{', 0x7F, 0, 0, 0},
            new byte[] {'{', '"', (byte) 0xC3, 0x28, '"'},
            new byte[] {(byte) 0xFE, (byte) 0xFF, (byte) 0xD8, 0},
            new byte[] {(byte) 0x1F, (byte) 0x8B, 8, 0})) {
      problem(as(WRITER).contentType("application/json").body(body).post("/v1/things").then(), 400);
    }
  }

  @Test
  void methodThatIsNoneShouldBe405() throws IOException {
    for (String method : List.of("BREW", "TRACE", "CONNECT")) {
      String answer = raw(method + " /v1/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

      assertThat(answer).matches("(?s)HTTP/1.1 40[0145] .*").contains("application/problem+json");
    }
  }

  @Test
  void clientThatLeavesShouldNotBeOurFault() throws IOException {
    try (var socket = new Socket(service.getHost(), service.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("POST /v1/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                      + WRITER
                      + "\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"na")
                  .getBytes(StandardCharsets.UTF_8));
    }
    post("{").statusCode(400);
  }

  @Test
  void bugShouldBe500WithoutTellingWhatHappened() {
    problem(as(READER).get("/v1/things/broken").then(), 500)
        .body(not(containsString("secret")))
        .body(not(containsString("IllegalState")))
        .body("detail", containsString("reference"));
  }

  @Test
  void poolThatHasNoConnectionShouldBe503() {
    problem(as(READER).get("/v1/things/waiting").then(), 503)
        .header("Retry-After", "5")
        .body("type", equalTo("/docs/problems#unavailable"));
  }

  @Test
  void browsersShouldGetAPage() {
    String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    given()
        .accept(browser)
        .header("Accept-Language", "de-AT,de;q=0.9,en;q=0.5")
        .get("/thing/x")
        .then()
        .statusCode(404)
        .contentType("text/html;charset=UTF-8")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body(containsString("<html lang=\"de\">"))
        .body(containsString("Diese Seite gibt es nicht"));
    given()
        .accept(browser)
        .get("/nowhere")
        .then()
        .statusCode(404)
        .contentType("text/html;charset=UTF-8")
        .body(containsString("This page does not exist"));
  }

  private static ValidatableResponse post(String body) {
    return as(WRITER).contentType("application/json").body(body).post("/v1/things").then();
  }

  private static ValidatableResponse problem(ValidatableResponse response, int status) {
    return response
        .statusCode(status)
        .contentType(containsString("application/problem+json"))
        .body("status", equalTo(status))
        .body("type", containsString("/docs/problems#"));
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket(service.getHost(), service.getPort())) {
      socket.setSoTimeout(60_000);
      var answer = new ByteArrayOutputStream();
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        assertThat(e).hasMessageMatching(CLOSED);
      }
      try {
        socket.getInputStream().transferTo(answer);
      } catch (SocketException e) {
        assertThat(e).hasMessageMatching(CLOSED);
      }
      return answer.toString(StandardCharsets.UTF_8);
    }
  }
}
