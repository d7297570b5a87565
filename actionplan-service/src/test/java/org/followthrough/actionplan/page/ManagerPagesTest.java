package org.followthrough.actionplan.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.followthrough.actionplan.Browser;
import org.followthrough.actionplan.Entries;
import org.followthrough.actionplan.Links;
import org.followthrough.actionplan.Scene;
import org.followthrough.actionplan.Schemas;
import org.followthrough.actionplan.TopicReader;
import org.followthrough.actionplan.Upstream;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.testing.WithStack;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithStack(
    parts = {"kafka", "postgres"},
    databases = "actionplan")
class ManagerPagesTest {

  @Inject Upstream upstream;
  @Inject Links links;
  @Inject TopicReader topic;

  @Test
  void preparesAndLogsTheTalkBeforeTheCourse() {
    Scene scene = upstream.scene("en");
    String path = links.talk(scene, "before");
    assertThat(Browser.page(Browser.get(path)).text()).contains("They have not answered yet.");
    Browser.post(links.plan(scene, "expectations"), Entries.expectations());
    Document page = Browser.page(Browser.get(path));
    assertThat(page.select(".quote").eachText())
        .containsExactly("My visits end in arguments.", "Complaint visits", "Angry customers");
    assertThat(page.select("ol li")).hasSize(3);
    assertThat(page.select("main ul li").eachText()).contains("Agrees a next step");
    assertThat(page.select("input[checked]")).as("the learner's number stays theirs").isEmpty();

    for (int click = 0; click < 2; click++) {
      assertThat(Browser.post(path, Entries.before()).statusCode()).isEqualTo(303);
    }
    Document again = Browser.page(Browser.get(path));
    assertThat(again.selectFirst("#heldOn").val()).isEqualTo("2027-01-14");
    assertThat(again.text()).contains("Logged for Thursday, 14 January 2027");
    Browser.post(path, Entries.with(Entries.before(), "outcome", "Corrected"));

    List<EventEnvelope> events = topic.await(scene.enrollmentId(), 3);
    assertThat(events)
        .extracting(EventEnvelope::type)
        .containsExactly(
            "actionplan.ExpectationsShared.v1", "actionplan.TalkHeld.v1", "actionplan.TalkHeld.v1");
    assertThat(events)
        .allSatisfy(
            event -> assertThat(Schemas.faults(event.type(), TopicReader.json(event))).isEmpty());
    assertThat(
            upstream.rows(
                "SELECT 1 FROM talks WHERE enrollment_id = $1 AND talk_version = 2",
                scene.enrollmentId()))
        .hasSize(1);
  }

  @Test
  void namesTheFieldsAtFault() {
    String path = links.talk(upstream.scene("de"), "before");
    Response answer = Browser.post(path, Map.of("heldOn", "2027-01-20", "outcome", "x"));

    assertThat(answer.statusCode()).isEqualTo(400);
    Document page = Browser.page(answer);
    assertThat(page.select(".error a").eachAttr("href")).containsExactly("#heldOn", "#baseline");
    assertThat(page.selectFirst("#heldOn-fault").text()).startsWith("Dieser Tag liegt noch vor");
    assertThat(page.selectFirst("#outcome").text()).isEqualTo("x");
  }

  @Test
  void agreesThePlanThatWasRead() {
    Scene scene = upstream.scene("en");
    String path = links.talk(scene, "after");
    assertThat(Browser.page(Browser.get(path)).select("#planAgreed")).isEmpty();
    Browser.post(links.plan(scene, "plan"), Entries.plan());
    assertThat(Browser.page(Browser.get(path)).text())
        .contains("Say the issue first.")
        .contains("Five minutes in the car before");

    assertThat(Browser.post(path, Entries.with(Entries.after(), "basedOn", "7")).statusCode())
        .isEqualTo(409);
    assertThat(Browser.post(path, Entries.with(Entries.after(), "basedOn", "1")).statusCode())
        .isEqualTo(303);
    assertThat(Browser.page(Browser.get(path + "?saved")).selectFirst(".good").text())
        .contains("the plan agreed");
    assertThat(Browser.page(Browser.get(links.plan(scene, "plan"))).text())
        .contains("Agreed with your manager")
        .contains("Missing: how it goes.");
  }

  @Test
  void logsATalkWithoutAPlanAsNotAgreed() {
    Scene scene = upstream.scene("en");
    assertThat(Browser.post(links.talk(scene, "after"), Entries.after()).statusCode())
        .isEqualTo(303);

    assertThat(TopicReader.json(topic.await(scene.enrollmentId(), 1).get(0)))
        .contains("\"planAgreed\":false");
  }

  @Test
  void closesForAFormerManager() {
    Scene scene = upstream.scene("en");
    String path = links.talk(scene, "before");
    UUID next = UUID.randomUUID();
    upstream.manager(scene, next, 1, Map.of("name", "Secret Successor"));
    upstream.learner(scene, 2, Map.of("managerId", next));
    upstream.awaitRow(
        "SELECT 1 FROM people l JOIN people m ON m.person_id = l.manager_id"
            + " WHERE l.person_id = $1 AND m.person_id = $2",
        scene.learnerId(),
        next);

    Response page = Browser.get(path);
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.asString())
        .contains("Somebody else looks after this now")
        .doesNotContain("Successor")
        .doesNotContain("López");
    assertThat(Browser.post(path, Entries.before()).statusCode()).isEqualTo(410);
    assertThat(upstream.rows("SELECT 1 FROM talks WHERE enrollment_id = $1", scene.enrollmentId()))
        .isEmpty();
  }
}
