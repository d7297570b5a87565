package org.followthrough.enrollment;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An organization of its own for a test, with a key that can do everything in it. */
public record Tenant(UUID organizationId, String key) {

  public static final String OPERATOR_TOKEN = "operator-token-of-the-tests";

  public static Tenant created() {
    Response response =
        given()
            .header("Authorization", "Bearer " + OPERATOR_TOKEN)
            .contentType(ContentType.JSON)
            .body(Map.of("name", "Tests"))
            .post("/v1/organizations");
    response.then().statusCode(201);
    return new Tenant(
        UUID.fromString(response.path("organizationId")), response.path("apiKey.key"));
  }

  public RequestSpecification request() {
    return given().header("Authorization", "Bearer " + key);
  }

  public Response postBatch(List<HrEventText> events) {
    return request()
        .contentType("application/cloudevents-batch+json")
        .body(HrEventText.batch(events).getBytes(UTF_8))
        .post("/v1/hr-events");
  }

  public Response get(String path, Object... parameters) {
    return request().get(path, parameters);
  }
}
