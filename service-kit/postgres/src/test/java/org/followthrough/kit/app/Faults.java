package org.followthrough.kit.app;

import static io.restassured.RestAssured.given;

import org.eclipse.microprofile.config.ConfigProvider;

/** Kills and restarts the servers under the running service. */
final class Faults {
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
    given().post(url + path).then().statusCode(204);
  }
}
