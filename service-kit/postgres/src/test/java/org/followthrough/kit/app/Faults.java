package org.followthrough.kit.app;

import static io.restassured.RestAssured.given;

import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import org.eclipse.microprofile.config.ConfigProvider;

/** Kills and restarts the servers under the running service. */
final class Faults {

  // A broker that was killed reads all of its log again, which takes long on a busy machine.
  private static final RestAssuredConfig PATIENT =
      RestAssuredConfig.config()
          .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 180_000));

  private Faults() {}

  static void killKafka() {
    command("/kafka/kill");
  }

  static void restartKafka() {
    command("/kafka/restart");
  }

  static void killPostgres() {
    command("/postgres/kill");
  }

  static void restartPostgres() {
    command("/postgres/restart");
  }

  private static void command(String path) {
    String url = ConfigProvider.getConfig().getValue("kit.faults", String.class);
    given().config(PATIENT).post(url + path).then().statusCode(204);
  }
}
