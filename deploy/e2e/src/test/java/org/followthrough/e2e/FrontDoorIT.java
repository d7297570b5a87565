package org.followthrough.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One address for all services. */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontDoorIT {

  private Api api;
  private Api nobody;

  @BeforeAll
  void meet(Platform platform) {
    api = platform.organization().api();
    nobody = new Api(platform.url(), "");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/people,200",
    "/v1/enrollments,200",
    "/v1/api-keys,200",
    "/v1/cadences,200",
    "/v1/outcomes/courses,200",
    "/v1/people/nobody/touches,404",
    "/v1/courses/none/questions,200",
    "/v1/plans/00000000-0000-0000-0000-000000000000,404"
  })
  void pathShouldReachTheServiceThatOwnsIt(String path, int status) {
    Api.Answer answer = api.get(path);

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).contains("json");
    assertThat(nobody.get(path).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/plan/x",
        "/talk/x",
        "/q/x",
        "/eval/x",
        "/unsubscribe/x",
        "/preferences/x",
        "/why/x",
        "/calendar/x.ics",
        "/console/enter/x"
      })
  void forgedLinkShouldBeNotFoundOnAPage(String path) {
    Api.Answer answer = nobody.get(path);

    assertThat(answer.status()).as(answer.body()).isEqualTo(404);
    assertThat(nobody.head(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enrollment-service",
        "actionplan-service",
        "reminder-service",
        "booster-service",
        "evaluation-service"
      })
  void documentsShouldComeFromTheirService(String service) {
    JsonObject document = nobody.get("/openapi/" + service + "?format=json").expect(200).json();
    assertThat(document.getJsonObject("info").getString("title")).isNotBlank();
    assertThat(document.getJsonObject("paths")).isNotEmpty();
    assertThat(nobody.get("/docs/" + service + "/").expect(200).body())
        .containsIgnoringCase("swagger");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ops/health/ready",
        "/ops/metrics",
        "/ops/dead-letters",
        "/ops",
        "/v1/../ops/metrics",
        "/v1/%2e%2e/ops/metrics",
        "/plan/../ops/metrics",
        "//ops/metrics",
        "/docs/enrollment-service/../../ops/metrics"
      })
  void operationsShouldNotBeReachable(String path) {
    Api.Answer answer = api.get(path);

    assertThat(answer.status()).as(answer.body()).isBetween(400, 404);
    assertThat(answer.body()).doesNotContain("# TYPE").doesNotContain("\"UP\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/inbox", "/docs", "/assets/followthrough.css", "/v1/people"})
  void headShouldAnswerAsGetButWithoutABody(String path) {
    Api.Answer head = api.head(path);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(api.get(path).expect(200).body()).isNotEmpty();
  }

  @Test
  void assetsShouldComeFromTheServiceWhoseNameTheyBear() {
    assertThat(nobody.get("/assets/booster.js").expect(200).body()).contains("addEventListener");
    assertThat(nobody.get("/assets/followthrough.css").expect(200).body()).contains(".card");
    assertThat(nobody.get("/nothing").status()).isEqualTo(404);
  }

  @Test
  void longListsShouldStreamThrough() {
    String lines =
        IntStream.rangeClosed(1, 5_000)
            .mapToObj(i -> HrFact.person("S-" + i, "s" + i + "@acme.example", "UTC", null))
            .map(fact -> fact.json().encode())
            .collect(Collectors.joining("\n"));

    JsonObject verdict =
        api.send(
                "POST",
                "/v1/hr-events",
                "application/x-ndjson",
                BodyPublishers.fromPublisher(BodyPublishers.ofString(lines)))
            .expect(200)
            .json();

    assertThat(verdict.getInteger("accepted")).isEqualTo(5_000);
    assertThat(verdict.getJsonArray("rejected")).isEmpty();
  }
}
