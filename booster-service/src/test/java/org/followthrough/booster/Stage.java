package org.followthrough.booster;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.SignedLinks;

/** What most tests start from: a course with questions, a person who completed it, links. */
@Singleton
public class Stage {

  private final Upstream upstream;
  private final BoosterTopic topic;
  private final TestKeys keys;
  private final SignedLinks links;
  private final Clock clock;

  Stage(Upstream upstream, BoosterTopic topic, TestKeys keys, SignedLinks links, Clock clock) {
    this.upstream = upstream;
    this.topic = topic;
    this.keys = keys;
    this.links = links;
    this.clock = clock;
  }

  public static Map<String, Object> question(String stem) {
    return Map.of(
        "stem",
        stem,
        "options",
        List.of(
            option("The right one", true),
            option("A wrong one", false),
            option("Another wrong one", false)),
        "goodUse",
        "You name the issue in the first minute.",
        "results",
        "Fewer escalations.",
        "resources",
        List.of(Map.of("title", "Guide", "url", "https://example.org/guide")));
  }

  private static Map<String, Object> option(String text, boolean correct) {
    return option(text, correct, "About: " + text);
  }

  public static Map<String, Object> option(String text, boolean correct, String feedback) {
    return Map.of("text", text, "correct", correct, "feedback", feedback);
  }

  public Response put(Scene scene, String id, Map<String, Object> question) {
    return given()
        .auth()
        .oauth2(keys.of(scene.organizationId(), "write"))
        .contentType(ContentType.JSON)
        .body(question)
        .put("/v1/courses/{course}/questions/{id}", scene.course(), id);
  }

  public Response retire(Scene scene, String id) {
    return given()
        .auth()
        .oauth2(keys.of(scene.organizationId(), "write"))
        .delete("/v1/courses/{course}/questions/{id}", scene.course(), id);
  }

  /** The same with one question that the test brings. */
  public Issued issue(Scene scene, String language, Map<String, Object> question) {
    put(scene, "q1", question).then().statusCode(201);
    upstream.course(scene, language, 1);
    return complete(scene);
  }

  /** Completes the course and gives the first question as it was published. */
  public Issued issue(Scene scene, String language) {
    put(scene, "q1", question("First?")).then().statusCode(201);
    put(scene, "q2", question("Second?")).then().statusCode(201);
    upstream.course(scene, language, 1);
    return complete(scene);
  }

  public Issued complete(Scene scene) {
    upstream.completed(scene, 1);
    return Issued.of(topic.await(scene.enrollmentId(), 1).get(0), scene);
  }

  /** The path of the page behind an option of the mail. */
  public String link(Issued issued, String option) {
    return "/q/" + token(issued.boosterId(), issued.scene().personId(), option);
  }

  public String token(UUID boosterId, UUID personId, String option) {
    return token("q", boosterId, personId, option);
  }

  public String token(String purpose, UUID subject, UUID personId, String option) {
    return links.sign(
        new Link(purpose, subject, personId, option, clock.instant().plus(Duration.ofDays(30))));
  }
}
