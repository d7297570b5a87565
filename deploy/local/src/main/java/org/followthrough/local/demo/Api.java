package org.followthrough.local.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The public REST API at the front door, as an HR system would use it. */
final class Api {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final String url;
  private final String apiKey;
  private final HttpClient http;

  Api(String url, String apiKey, HttpClient http) {
    this.url = url;
    this.apiKey = apiKey;
    this.http = http;
  }

  /**
   * Posts a batch.
   *
   * @throws IOException if the answer is no 200 or an event was rejected
   */
  void postHrEvents(JsonArray events) throws IOException, InterruptedException {
    String answer =
        send("POST", "/v1/hr-events", "application/cloudevents-batch+json", events.encode());
    var verdict = new JsonObject(answer);
    if (!verdict.getJsonArray("rejected").isEmpty()) {
      throw new IOException(verdict.getJsonArray("rejected").size() + " HR events were rejected");
    }
  }

  void put(String path, JsonObject body) throws IOException, InterruptedException {
    send("PUT", path, "application/json", body.encode());
  }

  private String send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + apiKey)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IOException(method + " " + path + " was answered with " + response.statusCode());
    }
    return response.body();
  }
}
