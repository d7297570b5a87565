package org.followthrough.actionplan.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.followthrough.actionplan.Browser;
import org.followthrough.actionplan.Entries;
import org.followthrough.actionplan.Links;
import org.followthrough.actionplan.Scene;
import org.followthrough.actionplan.SlowWriter;
import org.followthrough.actionplan.Upstream;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.Test;

/** What comes through the door while the ground for it is being taken away. */
@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "actionplan")
class SlowWritersTest {

  @Inject Upstream upstream;
  @Inject Links links;

  @Test
  void formShouldLeaveNothingBehindWhenItsLearnerIsErasedMeanwhile() {
    Scene scene = upstream.scene("de");
    SlowWriter erasure =
        upstream.slowly(
            "UPDATE people SET gone = true, name = NULL WHERE person_id = $1", scene.learnerId());

    Response answer = whileWaiting(erasure, links.plan(scene, "plan"), Entries.plan());

    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(Browser.page(answer).selectFirst("h1").text())
        .isEqualTo("Diese Seite ist geschlossen");
    assertThat(
            upstream.rows("SELECT 1 FROM followups WHERE enrollment_id = $1", scene.enrollmentId()))
        .isEmpty();
    assertThat(
            upstream.rows(
                "SELECT 1 FROM outbox_messages WHERE subject = $1",
                scene.enrollmentId().toString()))
        .isEmpty();
  }

  @Test
  void talkShouldNotBeLoggedWhenTheManagerChangesMeanwhile() {
    Scene scene = upstream.scene("en");
    SlowWriter change =
        upstream.slowly(
            "UPDATE people SET manager_id = $2 WHERE person_id = $1",
            scene.learnerId(),
            scene.courseId());

    Response answer = whileWaiting(change, links.talk(scene, "before"), Entries.before());

    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.asString()).contains("Somebody else looks after this now");
    assertThat(upstream.rows("SELECT 1 FROM talks WHERE enrollment_id = $1", scene.enrollmentId()))
        .isEmpty();
  }

  @Test
  void managerShouldNotAgreeAPlanThatIsRevisedMeanwhile() {
    Scene scene = upstream.scene("en");
    Browser.post(links.plan(scene, "plan"), Entries.plan());
    SlowWriter revision =
        upstream.slowly(
            "UPDATE followups SET plan_version = 2 WHERE enrollment_id = $1", scene.enrollmentId());

    Response answer =
        whileWaiting(
            revision, links.talk(scene, "after"), Entries.with(Entries.after(), "basedOn", "1"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Browser.page(answer).selectFirst("#planAgreed").hasAttr("checked")).isFalse();
    assertThat(upstream.rows("SELECT 1 FROM talks WHERE enrollment_id = $1", scene.enrollmentId()))
        .isEmpty();
  }

  /** Sends the form, and lets the slow writer commit once the form waits for it or is through. */
  private Response whileWaiting(SlowWriter writer, String path, Map<String, String> fields) {
    CompletableFuture<Response> answer =
        CompletableFuture.supplyAsync(() -> Browser.post(path, fields));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> answer.isDone() || upstream.isSomebodyWaiting());
    writer.commit();
    return answer.join();
  }
}
