package org.followthrough.actionplan;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Opens pages as a browser would, but follows no redirect. */
public final class Browser {

  private Browser() {}

  public static Response get(String path) {
    return given()
        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .get(path);
  }

  public static Response post(String path, Map<String, String> fields) {
    return given()
        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .redirects()
        .follow(false)
        .urlEncodingEnabled(true)
        .formParams(fields)
        .post(path);
  }

  public static Response postRaw(String path, String body) {
    return given()
        .accept("text/html")
        .config(
            io.restassured.config.RestAssuredConfig.config()
                .encoderConfig(
                    io.restassured.config.EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(
                            "application/x-www-form-urlencoded",
                            io.restassured.http.ContentType.TEXT)))
        .contentType("application/x-www-form-urlencoded")
        .redirects()
        .follow(false)
        .body(body)
        .post(path);
  }

  public static Document page(Response response) {
    return Jsoup.parse(response.asString());
  }
}
