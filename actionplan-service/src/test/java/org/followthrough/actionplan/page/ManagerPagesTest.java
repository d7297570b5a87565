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
import org.followthrough.actionplan.TopicReader;
import org.followthrough.actionplan.Upstream;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.testing.EventContracts;
import org.followthrough.kit.testing.WithStack;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "actionplan")
class ManagerPagesTest {

  @Inject Upstream upstream;
  @Inject Links links;
  @Inject TopicReader topic;

  @Test
  void pageShouldPrepareAndLogTheTalkBeforeTheCourse() {
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
    events.forEach(event -> EventContracts.assertValid(event.type(), event.data()));
    assertThat(
            upstream.rows(
                "SELECT 1 FROM talks WHERE enrollment_id = $1 AND talk_version = 2",
                scene.enrollmentId()))
        .hasSize(1);
  }

  @Test
  void pageShouldNameTheFieldsAtFault() {
    String path = links.talk(upstream.scene("de"), "before");
    Response answer = Browser.post(path, Map.of("heldOn", "2027-01-20", "outcome", "x"));

    assertThat(answer.statusCode()).isEqualTo(400);
    Document page = Browser.page(answer);
    assertThat(page.select(".error a").eachAttr("href")).containsExactly("#heldOn", "#baseline");
    assertThat(page.selectFirst("#heldOn-fault").text()).startsWith("Dieser Tag liegt noch vor");
    assertThat(page.selectFirst("#outcome").text()).isEqualTo("x");
  }

  @Test
  void pageShouldAgreeThePlanThatWasRead() {
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
  void planShouldBeAgreedAgainWhenItWasRevisedSince() {
    Scene scene = upstream.scene("en");
    String plan = links.plan(scene, "plan");
    String talk = links.talk(scene, "after");
    Browser.post(plan, Entries.plan());
    Browser.post(talk, Entries.with(Entries.after(), "basedOn", "1"));
    assertThat(Browser.page(Browser.get(talk)).selectFirst("#planAgreed").hasAttr("checked"))
        .isTrue();
    Browser.post(plan, Entries.with(Entries.plan(), "goal", "Calm visits at every customer"));

    Document changed = Browser.page(Browser.get(talk + "?saved"));
    assertThat(changed.selectFirst(".error").text()).startsWith("The plan was changed meanwhile.");
    assertThat(changed.selectFirst("#planAgreed").hasAttr("checked")).isFalse();
    assertThat(changed.selectFirst(".good").text()).contains("not agreed yet");
    assertThat(Browser.page(Browser.get(plan)).text()).doesNotContain("Agreed with your manager");

    for (int click = 0; click < 2; click++) {
      assertThat(Browser.post(talk, Entries.with(Entries.after(), "basedOn", "2")).statusCode())
          .isEqualTo(303);
    }
    assertThat(Browser.page(Browser.get(plan)).text()).contains("Agreed with your manager");
    assertThat(topic.await(scene.enrollmentId(), 5))
        .extracting(EventEnvelope::type)
        .containsExactly(
            "actionplan.ReflectionCaptured.v1",
            "actionplan.ActionPlanCommitted.v1",
            "actionplan.TalkHeld.v1",
            "actionplan.ActionPlanRevised.v1",
            "actionplan.TalkHeld.v1");
  }

  @Test
  void outcomeShouldBeShownToTheLearnerBesideThePlan() {
    Scene scene = upstream.scene("de");
    Browser.post(links.plan(scene, "plan"), Entries.plan());
    Browser.post(links.talk(scene, "before"), Entries.before());
    assertThat(Browser.page(Browser.get(links.talk(scene, "after"))).text())
        .contains("sieht ihn beim Plan");
    Browser.post(links.talk(scene, "after"), Entries.after());

    Document plan = Browser.page(Browser.get(links.plan(scene, "plan")));
    assertThat(plan.text())
        .contains("Ihre Führungskraft am Dienstag, 19. Januar 2027 Good plan")
        .doesNotContain("Focus on visits");
  }

  @Test
  void dayOfTheTalkShouldBeTodayUnlessToldOtherwise() {
    Scene scene = upstream.scene("en");

    for (String kind : List.of("before", "after")) {
      Document page = Browser.page(Browser.get(links.talk(scene, kind)));
      assertThat(page.selectFirst("#heldOn").val()).isEqualTo("2027-01-19");
    }
  }

  @Test
  void managersNumberShouldNotBeTakenOnceTheCourseIsOver() {
    Scene scene = upstream.scene("en");
    String path = links.talk(scene, "before");
    Browser.post(path, Entries.before());
    upstream.complete(scene, 2);
    assertThat(Browser.page(Browser.get(path)).select("#baseline")).isEmpty();

    var late = Entries.with(Entries.before(), "baseline", "9");
    assertThat(Browser.post(path, Entries.with(late, "outcome", "Corrected")).statusCode())
        .isEqualTo(303);
    assertThat(
            upstream.rows(
                "SELECT baseline FROM talks WHERE enrollment_id = $1 AND talk_version = 2",
                scene.enrollmentId()))
        .extracting(row -> row.getInteger("baseline"))
        .containsExactly(3);
  }

  @Test
  void talkBeforeShouldBeLoggedInHindsightWithoutANumber() {
    Scene scene = upstream.scene("en");
    upstream.complete(scene, 2);

    assertThat(Browser.post(links.talk(scene, "before"), Entries.before()).statusCode())
        .isEqualTo(303);
    assertThat(TopicReader.json(topic.await(scene.enrollmentId(), 1).get(0)))
        .contains("\"kind\":\"before\"")
        .doesNotContain("baseline");
  }

  @Test
  void pageShouldLogATalkWithoutAPlanAsNotAgreed() {
    Scene scene = upstream.scene("en");
    assertThat(Browser.post(links.talk(scene, "after"), Entries.after()).statusCode())
        .isEqualTo(303);

    assertThat(TopicReader.json(topic.await(scene.enrollmentId(), 1).get(0)))
        .contains("\"planAgreed\":false");
  }

  @Test
  void pageShouldCloseForAFormerManager() {
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
