package org.followthrough.kit.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BootTest {
  @Test
  void openApi() {
    given()
        .get("/openapi/things-service")
        .then()
        .log()
        .all()
        .statusCode(200)
        .body(containsString("/v1/things"));
  }

  @Test
  void health() {
    given()
        .get("/ops/health/ready")
        .then()
        .log()
        .all()
        .statusCode(200)
        .body("status", equalTo("UP"));
    given().get("/ops/metrics").then().statusCode(200).body(containsString("outbox_pending_rows"));
    given().get("/assets/followthrough.css").then().log().headers().statusCode(200);
    given().get("/docs/things-service").then().log().headers().statusCode(200);
    given()
        .auth()
        .oauth2("operator-token-of-the-tests")
        .get("/ops/dead-letters")
        .then()
        .log()
        .all()
        .statusCode(200);
    given().get("/thing/x").then().log().all().statusCode(404);
    given().header("Accept", "text/html").get("/thing/x").then().log().all().statusCode(404);
    given().get("/v1/things/unannotated").then().log().all();
    given().get("/v1/things").then().log().all();
    given().auth().oauth2("nonsense").get("/v1/things").then().log().all();
    given().auth().oauth2("nonsense").get("/nowhere").then().log().all();
    given().get("/nowhere").then().log().all();
    given().get("/ops/nowhere").then().log().all();
  }
}
