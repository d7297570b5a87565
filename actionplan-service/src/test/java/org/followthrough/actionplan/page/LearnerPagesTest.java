package org.followthrough.actionplan.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "actionplan")
class LearnerPagesTest {

  @Inject Upstream upstream;
  @Inject Links links;
  @Inject TopicReader topic;

  @ParameterizedTest
  @CsvSource({
    "en, Before your course, en",
    "de-AT, Vor Ihrem Kurs, de",
    "fr, Before your course, en"
  })
  void pageShouldSpeakTheRecipientsLanguage(String locale, String title, String lang) {
    Document page = Browser.page(Browser.get(links.plan(upstream.scene(locale), "expectations")));

    assertThat(page.selectFirst("h1").text()).isEqualTo(title);
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo(lang);
    assertThat(page.text()).contains("Ana <b>López</b>").contains("Difficult conversations");
  }

  @Test
  void pageShouldTakeExpectationsOnceHoweverOftenTheyAreSent() {
    Scene scene = upstream.scene("en");
    String path = links.plan(scene, "expectations");

    for (int click = 0; click < 3; click++) {
      Response answer = Browser.post(path, Entries.expectations());
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.header("Location")).isEqualTo(path + "?saved");
    }
    Document saved = Browser.page(Browser.get(path + "?saved"));
    assertThat(saved.selectFirst(".good").text()).contains("that is saved");
    assertThat(saved.selectFirst("#whyAttending").text()).isEqualTo("My visits end in arguments.");
    assertThat(saved.selectFirst("input[value=4]").hasAttr("checked")).isTrue();

    Browser.post(path, Entries.with(Entries.expectations(), "baseline", "5"));
    List<EventEnvelope> events = topic.await(scene.enrollmentId(), 2);
    assertThat(events).extracting(EventEnvelope::aggregateVersion).containsExactly(1L, 2L);
    events.forEach(event -> EventContracts.assertValid(event.type(), event.data()));
    assertThat(events)
        .allSatisfy(event -> assertThat(event.organizationId()).isEqualTo(scene.organizationId()));
  }

  @Test
  void pageShouldNameTheFieldsAtFaultAndKeepWhatWasEntered() {
    String path = links.plan(upstream.scene("de"), "expectations");
    Response answer =
        Browser.post(path, Map.of("whereUsed", "Überall <i>hier</i>", "baseline", "12"));
    Document page = Browser.page(answer);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(page.select(".error li a").eachAttr("href"))
        .containsExactly("#whyAttending", "#baseline");
    assertThat(page.selectFirst("#whyAttending").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.selectFirst("#whyAttending").attr("aria-describedby"))
        .startsWith("whyAttending-fault");
    assertThat(page.selectFirst("#whyAttending-fault").text())
        .isEqualTo("Sagen Sie, warum Sie an diesem Kurs teilnehmen.");
    assertThat(page.selectFirst("#whereUsed").text()).isEqualTo("Überall <i>hier</i>");
  }

  @Test
  void pageShouldTurnAReflectionIntoAPlan() {
    Scene scene = upstream.scene("en");
    String path = links.plan(scene, "reflection");

    assertThat(Browser.post(path, Map.of()).statusCode()).isEqualTo(400);
    assertThat(Browser.post(path, Entries.reflection()).statusCode()).isEqualTo(303);
    Document saved = Browser.page(Browser.get(path + "?saved"));
    assertThat(saved.selectFirst(".good a").attr("href")).isEqualTo(path + "?change");

    Document form = Browser.page(Browser.get(path + "?change"));
    assertThat(form.select("#learnt")).isEmpty();
    assertThat(form.text()).contains("Say the issue first.");
    Response planned = Browser.post(path + "?change", Entries.plan());
    assertThat(planned.header("Location")).isEqualTo(path + "?change&saved");
    assertThat(topic.await(scene.enrollmentId(), 2))
        .extracting(EventEnvelope::type)
        .containsExactly("actionplan.ReflectionCaptured.v1", "actionplan.ActionPlanCommitted.v1");
  }

  @Test
  void pageShouldCommitShowAndReviseAPlan() {
    Scene scene = upstream.scene("en");
    String path = links.plan(scene, "plan");
    Browser.post(links.plan(scene, "expectations"), Entries.expectations());
    Document form = Browser.page(Browser.get(path));
    assertThat(form.select(".recall .quote").eachText())
        .containsExactly("Complaint visits", "Angry customers");
    assertThat(form.selectFirst("#firstStepOn1").attr("min")).isEqualTo("2027-01-19");
    assertThat(form.selectFirst("#firstStepOn1").attr("max")).isEqualTo("2027-02-02");

    assertThat(Browser.post(path, Entries.plan()).header("Location")).isEqualTo(path + "?saved");
    assertThat(Browser.post(path, Entries.plan()).statusCode()).isEqualTo(303);
    Document shown = Browser.page(Browser.get(path));
    assertThat(shown.selectFirst(".ifthen").text())
        .isEqualTo("When a customer raises their voice then I name the issue in one sentence");
    assertThat(shown.select(".checks .yes")).hasSize(2);
    assertThat(shown.selectFirst(".note").text()).startsWith("Missing: a talk with your manager");

    Document change = Browser.page(Browser.get(path + "?change"));
    var changed = Entries.with(Entries.plan(), "goal", "Calm visits at every customer");
    changed.put("actionId1", change.selectFirst("input[name=actionId1]").val());
    changed.put("basedOn", change.selectFirst("input[name=basedOn]").val());
    assertThat(Browser.post(path + "?change", changed).statusCode()).isEqualTo(303);
    assertThat(Browser.page(Browser.get(path)).text())
        .contains("Version 2")
        .contains("Calm visits");

    List<EventEnvelope> events = topic.await(scene.enrollmentId(), 4);
    assertThat(events)
        .extracting(EventEnvelope::type)
        .containsExactly(
            "actionplan.ExpectationsShared.v1",
            "actionplan.ReflectionCaptured.v1",
            "actionplan.ActionPlanCommitted.v1",
            "actionplan.ActionPlanRevised.v1");
    assertThat(events).extracting(EventEnvelope::aggregateVersion).containsExactly(1L, 2L, 3L, 4L);
    events.forEach(event -> EventContracts.assertValid(event.type(), event.data()));
    assertThat(
            upstream.rows(
                "SELECT 1 FROM plan_versions WHERE enrollment_id = $1", scene.enrollmentId()))
        .hasSize(2);
  }

  @Test
  void pageShouldNameThePartThatAPlanLacks() {
    String path = links.plan(upstream.scene("en"), "plan");
    var fields = Entries.with(Entries.plan(), "situation1", "every day");
    fields.put("enabler1", "");
    fields.put("situation3", "the phone rings");
    Response answer = Browser.post(path, fields);
    Document page = Browser.page(answer);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(page.selectFirst("#situation1-fault").text())
        .isEqualTo("Say when: “every day” is no situation you will notice.");
    assertThat(page.selectFirst("#enabler1-fault").text()).startsWith("You named a barrier");
    assertThat(page.selectFirst("#situation2").text()).isEqualTo("the phone rings");
    assertThat(page.selectFirst("details:has(#action2)").hasAttr("open")).isTrue();
    assertThat(page.select(".error li a").eachAttr("href"))
        .containsExactly(
            "#situation1", "#enabler1", "#action2", "#firstStep2", "#firstStepOn2", "#dueOn2");
    assertThat(page.select(".error li").eachText())
        .contains("Action 2: Say what you will do then.");
  }

  @Test
  void oldTabShouldNotOverwriteANewerPlan() {
    Scene scene = upstream.scene("en");
    String path = links.plan(scene, "plan");
    Browser.post(path, Entries.plan());
    var second = Entries.with(Entries.plan(), "goal", "Calm visits at every customer");
    second.put("basedOn", "1");
    Browser.post(path + "?change", second);
    var stale = Entries.with(Entries.plan(), "goal", "Something from an old tab");
    stale.put("basedOn", "1");
    Response answer = Browser.post(path + "?change", stale);
    Document page = Browser.page(answer);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(page.selectFirst("#goal").text()).isEqualTo("Something from an old tab");
    assertThat(page.selectFirst("input[name=basedOn]").val()).isEqualTo("2");
    stale.put("basedOn", "2");
    assertThat(Browser.post(path + "?change", stale).statusCode()).isEqualTo(303);
  }

  @Test
  void oldTabShouldBeShownThePlanAsItStandsWhenItsActionIsGone() {
    Scene scene = upstream.scene("en");
    String path = links.plan(scene, "plan");
    Browser.post(path, Entries.plan());
    Document tab = Browser.page(Browser.get(path + "?change"));
    var old = Entries.with(Entries.plan(), "goal", "Something from an old tab");
    old.put("actionId1", tab.selectFirst("input[name=actionId1]").val());
    old.put("basedOn", "1");
    var other = Entries.with(Entries.plan(), "situation1", "a supplier is late");
    other.put("basedOn", "1");
    assertThat(Browser.post(path + "?change", other).statusCode()).isEqualTo(303);

    Response answer = Browser.post(path + "?change", old);
    Document page = Browser.page(answer);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(page.selectFirst(".error").text()).contains("Nothing is lost");
    assertThat(page.selectFirst("#situation1").text()).isEqualTo("a customer raises their voice");
    assertThat(page.select("input[name=actionId1]")).as("it would be a new action").isEmpty();

    old.remove("actionId1");
    old.put("basedOn", page.selectFirst("input[name=basedOn]").val());
    assertThat(Browser.post(path + "?change", old).statusCode()).isEqualTo(303);
  }

  @Test
  void actionShouldBeLeftOutByOneTick() {
    Scene scene = upstream.scene("en");
    String path = links.plan(scene, "plan");
    var two = new HashMap<>(Entries.plan());
    Entries.plan().forEach((field, value) -> two.put(field.replaceFirst("1$", "2"), value));
    two.put("situation2", "a supplier is late");
    assertThat(Browser.post(path, two).statusCode()).isEqualTo(303);
    Document form = Browser.page(Browser.get(path + "?change"));
    assertThat(form.select("#drop1, #drop2")).hasSize(2);

    two.put("drop1", "yes");
    two.put("actionId2", form.selectFirst("input[name=actionId2]").val());
    assertThat(Browser.post(path + "?change", two).statusCode()).isEqualTo(303);
    Document plan = Browser.page(Browser.get(path));
    assertThat(plan.select(".ifthen").eachText())
        .containsExactly("When a supplier is late then I name the issue in one sentence");
    Response none = Browser.post(path + "?change", Map.of("goal", "Calm visits", "drop1", "yes"));
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(Browser.page(none).select(".error a").eachAttr("href"))
        .containsExactly("#situation1");
  }

  @Test
  void expectationsShouldStandOnceTheCourseIsOver() {
    Scene scene = upstream.scene("en");
    String path = links.plan(scene, "expectations");
    Browser.post(path, Entries.expectations());
    upstream.complete(scene, 2);
    Document closed = Browser.page(Browser.get(path));
    assertThat(closed.select("form")).isEmpty();
    assertThat(closed.select(".quote").eachText())
        .containsExactly("My visits end in arguments.", "Complaint visits", "Angry customers");
    assertThat(closed.text()).contains("Your number before the course: 4 of 10.");
    assertThat(closed.selectFirst("a.button").attr("href")).isEqualTo(path + "?change");

    Response late = Browser.post(path, Entries.with(Entries.expectations(), "baseline", "9"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(
            upstream.rows(
                "SELECT baseline FROM expectations WHERE enrollment_id = $1", scene.enrollmentId()))
        .extracting(row -> row.getInteger("baseline"))
        .containsExactly(4);
  }

  @Test
  void expectationsShouldNotBeAskedForOnceTheCourseIsOver() {
    Scene scene = upstream.scene("de");
    upstream.complete(scene, 2);
    Document page = Browser.page(Browser.get(links.plan(scene, "expectations")));

    assertThat(page.select("form, .quote")).isEmpty();
    assertThat(page.text()).contains("Jetzt zählt, was Sie daraus machen.");
  }

  @Test
  void checkInShouldShowThePlanAsItStandsWhenItsActionIsGone() {
    Scene scene = upstream.scene("en");
    Browser.post(links.plan(scene, "plan"), Entries.plan());
    String path = links.plan(scene, "checkin");
    String status = Browser.page(Browser.get(path)).selectFirst("input[type=radio]").attr("name");
    Browser.post(
        links.plan(scene, "plan"),
        Entries.with(Entries.plan(), "situation1", "a supplier is late"));

    Response answer = Browser.post(path, Map.of(status, "applied"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Browser.page(answer).selectFirst(".error").text()).contains("nothing was noted");
    assertThat(Browser.page(answer).selectFirst(".ifthen").text()).contains("a supplier is late");
    assertThat(
            upstream.rows(
                "SELECT 1 FROM progress_reports WHERE enrollment_id = $1", scene.enrollmentId()))
        .isEmpty();
  }

  @Test
  void pageShouldTakeACheckInAndAskWhatGetsInTheWay() {
    Scene scene = upstream.scene("en");
    Browser.post(links.plan(scene, "plan"), Entries.plan());
    String path = links.plan(scene, "checkin");
    Document asked = Browser.page(Browser.get(path));
    String status = asked.selectFirst("input[type=radio]").attr("name");
    String note = asked.selectFirst("textarea").attr("name");
    assertThat(asked.selectFirst(".ifthen").text()).contains("a customer raises their voice");

    assertThat(Browser.post(path, Map.of()).statusCode()).isEqualTo(400);
    assertThat(Browser.post(path, Map.of(status, "splendid")).statusCode()).isEqualTo(400);
    for (int click = 0; click < 2; click++) {
      assertThat(Browser.post(path, Map.of(status, "stuck")).statusCode()).isEqualTo(303);
    }
    Document stuck = Browser.page(Browser.get(path + "?saved"));
    assertThat(stuck.selectFirst("form input[type=hidden]").attr("name")).isEqualTo(status);
    assertThat(stuck.select("a[href='" + path + "?change']")).isNotEmpty();
    Browser.post(path, Map.of(status, "stuck", note, "No time"));
    Browser.post(path, Map.of(status, "applied"));
    assertThat(Browser.page(Browser.get(path + "?saved")).selectFirst(".good").text())
        .startsWith("You do all of it.");

    List<EventEnvelope> events = topic.await(scene.enrollmentId(), 5);
    assertThat(events.subList(2, events.size()))
        .extracting(EventEnvelope::type)
        .containsOnly("actionplan.ActionProgressReported.v1")
        .hasSize(3);
    events.forEach(event -> EventContracts.assertValid(event.type(), event.data()));
  }

  @Test
  void pageShouldCommitOnePlanHoweverManyTabsSendItAtOnce() {
    Scene scene = upstream.scene("en");
    String path = links.plan(scene, "plan");
    List<CompletableFuture<Integer>> tabs =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> Browser.post(path, Entries.plan()).statusCode()))
            .limit(8)
            .toList();

    assertThat(tabs).extracting(CompletableFuture::join).containsOnly(303);
    assertThat(topic.await(scene.enrollmentId(), 2))
        .extracting(EventEnvelope::type)
        .containsExactly("actionplan.ReflectionCaptured.v1", "actionplan.ActionPlanCommitted.v1");
  }

  @Test
  void pageShouldOfferThePlanFormWhereACheckInFindsNoPlan() {
    Scene scene = upstream.scene("en");
    String path = links.plan(scene, "checkin");

    assertThat(Browser.page(Browser.get(path)).select("#situation1")).hasSize(1);
    assertThat(Browser.post(path, Entries.plan()).statusCode()).isEqualTo(303);
    assertThat(Browser.page(Browser.get(path)).select("input[type=radio]")).hasSize(4);
  }
}
