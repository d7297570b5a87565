package org.followthrough.e2e;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The public API at the front door, with one credential. */
final class Api {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String url;
  private final String credential;

  Api(String url, String credential) {
    this.url = url;
    this.credential = credential;
  }

  /** What came back. */
  record Answer(String request, int status, HttpResponse<String> response) {

    Answer expect(int expected) {
      if (status != expected) {
        throw new AssertionError(request + ": " + status + " " + body());
      }
      return this;
    }

    String body() {
      return response.body();
    }

    JsonObject json() {
      return new JsonObject(body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  Answer get(String path) {
    return send("GET", path, "", BodyPublishers.noBody());
  }

  Answer head(String path) {
    return send("HEAD", path, "", BodyPublishers.noBody());
  }

  Answer put(String path, JsonObject body) {
    return send("PUT", path, "application/json", BodyPublishers.ofString(body.encode()));
  }

  Answer post(String path, JsonObject body) {
    return post(path, "application/json", body.encode());
  }

  Answer post(String path, String type, String body) {
    return send("POST", path, type, BodyPublishers.ofString(body));
  }

  Answer hrEvents(JsonArray events) {
    return post("/v1/hr-events", "application/cloudevents-batch+json", events.encode());
  }

  Answer send(String method, String path, String type, BodyPublisher body) {
    var request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : url + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    if (!credential.isEmpty()) {
      request.header("Authorization", "Bearer " + credential);
    }
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(method + " " + path, response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
