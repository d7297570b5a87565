package org.followthrough.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An organization that uses the platform: its HR system and its API key. */
final class Organization {

  private final Platform platform;
  private final Api api;

  Organization(Platform platform, String apiKey) {
    this.platform = platform;
    this.api = new Api(platform.url(), apiKey);
  }

  Api api() {
    return api;
  }

  /** Keys reach the other services by a topic, so not at once. */
  void awaitKeyEverywhere() {
    for (String path :
        List.of(
            "/v1/cadences",
            "/v1/courses/none/questions",
            "/v1/outcomes/courses",
            "/v1/people",
            "/v1/plans/00000000-0000-0000-0000-000000000000")) {
      Platform.await("key at " + path).until(() -> api.get(path).status() != 401);
    }
  }

  /** Posts facts, each of which has to be taken. */
  void tell(HrFact... facts) {
    tell(List.of(facts));
  }

  void tell(List<HrFact> facts) {
    JsonArray events = new JsonArray();
    facts.forEach(fact -> events.add(fact.json()));
    JsonObject verdict = api.hrEvents(events).expect(200).json();
    assertThat(verdict.getJsonArray("rejected")).isEmpty();
    assertThat(verdict.getInteger("accepted") + verdict.getInteger("duplicates"))
        .isEqualTo(facts.size());
  }

  void commission(String courseId, JsonObject course) {
    int status = api.put("/v1/courses/" + courseId, course).status();
    assertThat(status).isIn(200, 201, 204);
  }

  void ask(String courseId, String questionId, JsonObject question) {
    String path = "/v1/courses/" + courseId + "/questions/" + questionId;
    Platform.await("question taken")
        .untilAsserted(() -> assertThat(api.put(path, question).status()).isIn(200, 201, 204));
  }

  /** Every contact that concerns a person; none while the person is not known there yet. */
  List<Touch> touches(String personId) {
    List<Touch> touches = new ArrayList<>();
    String cursor = "";
    do {
      Api.Answer answer = api.get("/v1/people/" + personId + "/touches?limit=500" + cursor);
      if (answer.status() == 404) {
        return List.of();
      }
      JsonObject page = answer.expect(200).json();
      page.getJsonArray("items").forEach(item -> touches.add(new Touch((JsonObject) item)));
      cursor = page.containsKey("next") ? "&cursor=" + page.getString("next") : null;
    } while (cursor != null);
    return touches;
  }

  /** Waits until a touch is there. */
  Touch awaitTouch(String personId, String step, int occurrence) {
    return Platform.await(step + "/" + occurrence + " of " + personId)
        .until(
            () ->
                touches(personId).stream()
                    .filter(each -> each.step().equals(step) && each.occurrence() == occurrence)
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  /** Waits until a touch is sent, and returns the mail it went with. */
  Mail awaitMail(String personId, String step, int occurrence) {
    Platform.await(step + "/" + occurrence + " sent to " + personId)
        .untilAsserted(
            () -> {
              List<Touch> touches =
                  touches(personId).stream().filter(each -> each.is(step, occurrence)).toList();
              platform.passRetry(touches);
              assertThat(touches)
                  .as(() -> describe(personId))
                  .extracting(Touch::state)
                  .containsExactly("sent");
            });
    String touchId = awaitTouch(personId, step, occurrence).touchId();
    return platform.awaitMail(step, mail -> mail.touchIds().contains(touchId));
  }

  private String describe(String personId) {
    return touches(personId).stream().map(Touch::toString).collect(Collectors.joining("\n"));
  }
}
