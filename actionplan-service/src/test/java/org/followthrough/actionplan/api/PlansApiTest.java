package org.followthrough.actionplan.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.followthrough.actionplan.Browser;
import org.followthrough.actionplan.Entries;
import org.followthrough.actionplan.Links;
import org.followthrough.actionplan.Scene;
import org.followthrough.actionplan.TopicReader;
import org.followthrough.actionplan.Upstream;
import org.followthrough.kit.auth.ApiKey;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "actionplan")
class PlansApiTest {

  @Inject Upstream upstream;
  @Inject Links links;
  @Inject TopicReader topic;

  @Test
  void apiShouldShowTheWholeFollowUp() {
    Scene scene = upstream.scene("en");
    RequestSpecification caller = caller(scene.organizationId(), "read");
    assertThat(get(caller, scene).path("status").toString()).isEqualTo("missing");
    Browser.post(links.plan(scene, "expectations"), Entries.expectations());
    Browser.post(links.talk(scene, "before"), Entries.before());
    Browser.post(links.plan(scene, "plan"), Entries.plan());
    Browser.post(links.talk(scene, "after"), Entries.after());
    Response answer = get(caller(scene.organizationId(), "read"), scene);

    assertThat(answer.<String>path("status")).isEqualTo("agreed");
    assertThat(answer.<String>path("personId")).isEqualTo("E-" + scene.learnerId());
    assertThat(answer.<String>path("courseId")).isEqualTo(scene.courseExternalId());
    assertThat(answer.<Integer>path("expectations.baseline")).isEqualTo(4);
    assertThat(answer.<String>path("reflection.learnt")).isEqualTo("Say the issue first.");
    assertThat(answer.<String>path("plans[0].actions[0].dueOn")).isEqualTo("2027-03-31");
    assertThat(answer.<List<String>>path("talks.kind"))
        .containsExactlyInAnyOrder("after", "before");
    assertThat(answer.<List<String>>path("completeness.missing")).containsExactly("follow-up");
  }

  @Test
  void apiShouldCommitAndReviseByTheSameRulesAsThePage() {
    Scene scene = upstream.scene("en");
    RequestSpecification caller = caller(scene.organizationId(), "read", "write");

    assertThat(put(caller, scene, plan(action("when a customer calls"))).statusCode())
        .isEqualTo(201);
    assertThat(put(caller, scene, plan(action("when a customer calls"))).statusCode())
        .isEqualTo(200);
    Response revised =
        put(
            caller,
            scene,
            plan(
                action("when a customer calls"),
                action("when Tom calls"),
                action("when Ana calls"),
                action("when Mia calls")));
    assertThat(revised.statusCode()).isEqualTo(200);
    assertThat(revised.<List<Integer>>path("plans.planVersion")).containsExactly(2, 1);
    assertThat(revised.<List<String>>path("advice")).hasSize(1);
    assertThat(revised.<String>path("plans[0].actions[0].actionId"))
        .isEqualTo(revised.path("plans[1].actions[0].actionId"));
    assertThat(topic.await(scene.enrollmentId(), 2))
        .extracting(EventEnvelope::type)
        .containsExactly("actionplan.ActionPlanCommitted.v1", "actionplan.ActionPlanRevised.v1");
  }

  @Test
  void apiShouldNameEveryFieldAtFault() {
    Scene scene = upstream.scene("en");
    RequestSpecification caller = caller(scene.organizationId(), "write");
    var bad = action("every day");
    bad.put("firstStepOn", "tomorrow");
    bad.put("actionId", "1");
    bad.put("action", "a\u0000b");
    Response answer = put(caller, scene, plan(bad));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.<List<String>>path("errors.pointer"))
        .containsExactlyInAnyOrder(
            "/actions/0/actionId",
            "/actions/0/firstStepOn",
            "/actions/0/situation",
            "/actions/0/action");
    assertThat(put(caller, scene, Map.of()).<List<String>>path("errors.pointer"))
        .containsExactly("/goal", "/actions");
    for (String body :
        List.of(
            "",
            "null",
            "[]",
            "{",
            "{\"goal\":1e999}",
            "{\"owner\":\"x\"}",
            "{\"actions\":[null]}")) {
      assertThat(caller.body(body).put("/v1/plans/" + scene.enrollmentId()).statusCode())
          .as(body)
          .isEqualTo(400);
    }
    assertThat(
            upstream.rows(
                "SELECT 1 FROM plan_versions WHERE enrollment_id = $1", scene.enrollmentId()))
        .isEmpty();
  }

  @Test
  void apiShouldShowNothingOfAnotherOrganization() {
    Scene mine = upstream.scene("en");
    Scene theirs = upstream.scene("en");
    RequestSpecification caller = caller(mine.organizationId(), "read", "write");

    assertThat(caller.get("/v1/plans/" + theirs.enrollmentId()).statusCode()).isEqualTo(404);
    assertThat(put(caller, theirs, plan(action("when Tom calls"))).statusCode()).isEqualTo(404);
    assertThat(caller.get("/v1/plans/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(caller.get("/v1/plans/nonsense").statusCode()).isEqualTo(404);
    assertThat(
            caller
                .queryParam("courseId", theirs.courseExternalId())
                .get("/v1/plans")
                .<List<?>>path("plans"))
        .isEmpty();
  }

  @Test
  void apiShouldListPageByPageAlsoThoseWithoutAPlan() {
    Scene first = upstream.scene("en");
    UUID organization = first.organizationId();
    for (int i = 0; i < 4; i++) {
      Scene more = Scene.inOrganization(organization, "en");
      upstream.publish(more);
      upstream.awaitRow("SELECT 1 FROM enrollments WHERE enrollment_id = $1", more.enrollmentId());
    }
    Browser.post(links.plan(first, "plan"), Entries.plan());
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      RequestSpecification caller = caller(organization, "read").queryParam("limit", 2);
      Response page =
          cursor == null
              ? caller.get("/v1/plans")
              : caller.queryParam("cursor", cursor).get("/v1/plans");
      seen.addAll(page.<List<String>>path("plans.enrollmentId"));
      cursor = page.path("nextCursor");
    } while (cursor != null);

    assertThat(seen).hasSize(5).doesNotHaveDuplicates().isSorted();
    assertThat(ids(caller(organization, "read").queryParam("status", "missing"))).hasSize(4);
    assertThat(ids(caller(organization, "read").queryParam("status", "committed")))
        .containsExactly(first.enrollmentId().toString());
    assertThat(ids(caller(organization, "read").queryParam("courseId", first.courseExternalId())))
        .containsExactly(first.enrollmentId().toString());
    RequestSpecification all =
        caller(organization, "read")
            .queryParam("courseId", first.courseExternalId())
            .queryParam("cursor", "00000000-0000-0000-0000-000000000000");
    assertThat(ids(all.queryParam("status", "committed")))
        .containsExactly(first.enrollmentId().toString());
    assertThat(
            ids(
                caller(organization, "read")
                    .queryParam("courseId", first.courseExternalId())
                    .queryParam("status", "missing")
                    .queryParam("cursor", first.enrollmentId())))
        .isEmpty();
  }

  @Test
  void apiShouldNameTheParameterAtFault() {
    RequestSpecification caller = caller(UUID.randomUUID(), "read");
    Response answer =
        caller.queryParams("status", "done", "cursor", "x", "limit", "0").get("/v1/plans");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.<List<String>>path("errors.pointer"))
        .containsExactly("status", "cursor", "limit");
    assertThat(
            caller(UUID.randomUUID(), "read")
                .urlEncodingEnabled(false)
                .get("/v1/plans?courseId=%00")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void apiShouldAskForTheRightScope() {
    Scene scene = upstream.scene("en");

    assertThat(given().get("/v1/plans").statusCode()).isEqualTo(401);
    assertThat(caller(scene.organizationId(), "write").get("/v1/plans").statusCode())
        .isEqualTo(403);
    assertThat(
            put(caller(scene.organizationId(), "read"), scene, plan(action("when Tom calls")))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void apiShouldTakeNoPlanForTheWithdrawn() {
    Scene scene = upstream.scene("en");
    upstream.enrollment(scene, "enrollment.EnrollmentWithdrawn.v1", "withdrawn", 2);
    upstream.awaitRow(
        "SELECT 1 FROM enrollments WHERE enrollment_id = $1 AND version = 2", scene.enrollmentId());

    assertThat(
            put(caller(scene.organizationId(), "write"), scene, plan(action("when Tom calls")))
                .statusCode())
        .isEqualTo(409);
  }

  private static List<String> ids(RequestSpecification caller) {
    return caller.get("/v1/plans").path("plans.enrollmentId");
  }

  private static Response get(RequestSpecification caller, Scene scene) {
    return caller.get("/v1/plans/" + scene.enrollmentId());
  }

  private static Response put(RequestSpecification caller, Scene scene, Object body) {
    return caller.body(body).put("/v1/plans/" + scene.enrollmentId());
  }

  @SafeVarargs
  private static Map<String, Object> plan(Map<String, String>... actions) {
    return Map.of("goal", "Visits end with an agreed next step", "actions", List.of(actions));
  }

  private static Map<String, String> action(String situation) {
    return new HashMap<>(
        Map.of(
            "situation", situation,
            "action", "I name the issue in one sentence",
            "firstStep", "Write my sentence on a card",
            "firstStepOn", "2027-01-20",
            "dueOn", "2027-03-31"));
  }

  private RequestSpecification caller(UUID organization, String... scopes) {
    String keyId = UUID.randomUUID().toString().replaceAll("[^a-z2-7]", "a").substring(0, 10);
    String key = "ft_" + keyId + "_" + "s".repeat(43);
    upstream.sendKey(
        keyId, new ApiKey(keyId, organization, ApiKey.sha256(key), Set.of(scopes), null, null));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> given().header("Authorization", "Bearer " + key).get("/v1/plans").statusCode(),
            status -> status != 401);
    return given().header("Authorization", "Bearer " + key).contentType("application/json");
  }
}
