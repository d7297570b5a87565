package org.followthrough.enrollment.apikey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.followthrough.enrollment.Tenant;
import org.followthrough.enrollment.TopicReader;
import org.followthrough.kit.auth.ApiKey;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "enrollment")
class ApiKeyLifecycleTest {

  private Tenant tenant;

  @BeforeEach
  void create() {
    tenant = Tenant.created();
  }

  private Response issue(Object body) {
    return tenant.request().contentType("application/json").body(body).post("/v1/api-keys");
  }

  private Tenant issued(String... scopes) {
    Response answer = issue(Map.of("name", "test", "scopes", List.of(scopes)));
    answer.then().statusCode(201);
    return new Tenant(tenant.organizationId(), answer.path("key"));
  }

  @Test
  void newKeyShouldBeShownOnceAndWorkAtOnce() {
    Response answer = issue(Map.of("name", "HR", "scopes", List.of("read", "intake")));

    answer
        .then()
        .statusCode(201)
        .header("Cache-Control", "no-store")
        .body("key", matchesPattern("ft_[a-z2-7]{10}_[A-Za-z0-9_-]{43}"));
    new Tenant(tenant.organizationId(), answer.path("key"))
        .get("/v1/people")
        .then()
        .statusCode(200);
    Response list = tenant.get("/v1/api-keys");
    list.then().statusCode(200).body("keyId", hasItem((String) answer.path("keyId")));
    assertThat(list.asString()).doesNotContain(answer.<String>path("key")).doesNotContain("sha256");
  }

  @Test
  void keyShouldDoWhatItsScopesSayAndNothingElse() {
    Tenant reader = issued("read");

    reader.get("/v1/people").then().statusCode(200);
    reader.get("/v1/api-keys").then().statusCode(403);
    reader.postBatch(List.of()).then().statusCode(403);
    reader
        .request()
        .contentType("application/json")
        .body(Map.of("title", "T"))
        .put("/v1/courses/c")
        .then()
        .statusCode(403);
    issued("intake").postBatch(List.of()).then().statusCode(200);
    issued("intake").get("/v1/people").then().statusCode(403);
  }

  @Test
  void revokedKeyShouldEndAtOnceWhileOthersLive() {
    Tenant first = issued("read");
    Tenant second = issued("read");
    String keyId = ApiKey.keyIdOf(first.key());

    tenant.request().delete("/v1/api-keys/{id}", keyId).then().statusCode(204);

    first.get("/v1/people").then().statusCode(401);
    second.get("/v1/people").then().statusCode(200);
    tenant.request().delete("/v1/api-keys/{id}", keyId).then().statusCode(204);
    tenant
        .get("/v1/api-keys")
        .then()
        .body("find { it.keyId == '" + keyId + "' }.revokedAt", notNullValue());
  }

  @Test
  void foreignOrUnknownKeyShouldBeNotFound() {
    String foreign = ApiKey.keyIdOf(Tenant.created().key());

    tenant.request().delete("/v1/api-keys/{id}", foreign).then().statusCode(404);
    tenant.request().delete("/v1/api-keys/{id}", "nothing").then().statusCode(404);
    tenant.request().delete("/v1/api-keys/{id}", "\u0000").then().statusCode(404);
  }

  @Test
  void othersShouldLearnOfKeysWithoutTheSecret() {
    Tenant key = issued("read", "console");
    String keyId = ApiKey.keyIdOf(key.key());
    tenant.request().delete("/v1/api-keys/{id}", keyId).then().statusCode(204);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              List<EventEnvelope> events =
                  TopicReader.read("enrollment.apikeys.v1", tenant.organizationId()).stream()
                      .filter(event -> event.subject().equals(keyId))
                      .toList();
              EventEnvelope latest = TopicReader.latest(events).get(keyId);
              assertThat(latest).isNotNull();
              assertThat(latest.aggregateVersion()).isEqualTo(2);
              ApiKey published = EventJson.read(latest.data(), ApiKey.class);
              assertThat(published.sha256()).isEqualTo(ApiKey.sha256(key.key()));
              assertThat(published.scopes()).containsExactlyInAnyOrder("read", "console");
              assertThat(published.revokedAt()).isNotNull();
            });
  }

  @Test
  void invalidRequestShouldNameEveryField() {
    issue(Map.of("scopes", List.of("read", "root"), "expiresAt", "2001-01-01T00:00:00Z"))
        .then()
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/name", "/scopes/1", "/expiresAt"));
    issue("{\"name\":\"n\",\"scopes\":[],\"organizationId\":\"x\"}")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/organizationId"));
    issue("").then().statusCode(400);
    issue("{").then().statusCode(400);
  }

  @Test
  void operationsShouldNeedTheOperatorsToken() {
    tenant
        .request()
        .contentType("application/json")
        .body(Map.of("name", "Other"))
        .post("/v1/organizations")
        .then()
        .statusCode(403);
    given()
        .header("Authorization", "Bearer " + Tenant.OPERATOR_TOKEN)
        .contentType("application/json")
        .body(Map.of("name", "a\u0000b"))
        .post("/v1/organizations")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/name"));
    given()
        .header("Authorization", "Bearer " + Tenant.OPERATOR_TOKEN)
        .get("/v1/people")
        .then()
        .statusCode(403);
  }

  @Test
  void strangersShouldBeTurnedAway() {
    for (String header : List.of("Bearer ft_aaaaaaaaaa_nothing", "Bearer x", "Basic eDp5")) {
      given().header("Authorization", header).get("/v1/people").then().statusCode(401);
    }
    given()
        .get("/v1/people")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("status", equalTo(401));
  }
}
