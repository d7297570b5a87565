package org.followthrough.booster.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.followthrough.booster.BoosterConfig;
import org.followthrough.booster.BoosterTopic;
import org.followthrough.booster.BoosterTopic.Published;
import org.followthrough.booster.Database;
import org.followthrough.booster.Issued;
import org.followthrough.booster.Scene;
import org.followthrough.booster.Stage;
import org.followthrough.booster.Upstream;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.outbox.OutboxRelay;
import org.followthrough.kit.postgres.PgOutbox;
import org.followthrough.kit.testing.EventContracts;
import org.followthrough.kit.testing.SettableClock;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "booster")
class IssuingTest {

  private static final Instant START = Instant.parse("2027-01-19T15:00:00Z");

  @Inject Stage stage;
  @Inject Upstream upstream;
  @Inject BoosterTopic topic;
  @Inject Database database;
  @Inject SettableClock clock;
  @Inject TrackService tracks;
  @Inject Pool pool;
  @Inject TrackStore store;
  @Inject PgOutbox outbox;
  @Inject OutboxRelay relay;
  @Inject EventComposer composer;
  @Inject BoosterConfig config;

  @AfterEach
  void backToTheStart() {
    clock.set(START);
  }

  @Test
  void completionShouldBringAQuestionOnTheTopicWithoutTheSolution() {
    Issued issued = stage.issue(Scene.random(), "en");
    Published event = topic.of(issued.scene().enrollmentId()).get(0);
    assertThat(event.is("BoosterScheduled")).isTrue();
    EventContracts.assertValid(event.envelope().type(), event.envelope().data());
    assertThat(event.data().toString()).doesNotContain("correct", "feedback", "About:");
    assertThat(event.data().path("dueOn").asText()).isEqualTo("2027-01-21");
    assertThat(event.data().path("expiresOn").asText()).isEqualTo("2027-01-28");
    assertThat(event.envelope().organizationId()).isEqualTo(issued.scene().organizationId());
  }

  @Test
  void questionShouldComeOnceWhenTheSameCompletionComesAgain() {
    Issued issued = stage.issue(Scene.random(), "en");
    upstream.completed(issued.scene(), 1);
    upstream.completed(issued.scene(), 2);
    database.awaitRow(
        "SELECT 1 FROM enrollments WHERE enrollment_id = $1 AND version = 2",
        issued.scene().enrollmentId());
    tracks.stepDue(100).await().atMost(Duration.ofSeconds(60));
    assertThat(topic.of(issued.scene().enrollmentId())).hasSize(1);
  }

  @Test
  void questionShouldComeWhenItIsAddedAfterCompletionAndBeforeTheCourseIsKnown() {
    Scene scene = Scene.random();
    upstream.completed(scene, 1);
    database.awaitRow("SELECT 1 FROM tracks WHERE enrollment_id = $1", scene.enrollmentId());
    stage.put(scene, "q1", Stage.question("Late?")).then().statusCode(201);
    assertThat(topic.of(scene.enrollmentId())).isEmpty();
    upstream.course(scene, "en", 1);
    assertThat(topic.await(scene.enrollmentId(), 1).get(0).data().path("stem").asText())
        .isEqualTo("Late?");
  }

  @Test
  void everybodyShouldGetAQuestionWhenCourseQuestionAndCompletionComeAtTheSameTime() {
    List<Scene> scenes = Stream.generate(Scene::random).limit(60).toList();
    scenes.parallelStream()
        .forEach(
            scene -> {
              upstream.completed(scene, 1);
              upstream.course(scene, "en", 1);
              stage.put(scene, "q1", Stage.question("At once?")).then().statusCode(201);
            });
    for (Scene scene : scenes) {
      assertThat(topic.await(scene.enrollmentId(), 1)).hasSize(1);
    }
  }

  @Test
  void whoComesBackShouldBeAskedAgain() {
    Issued issued = stage.issue(Scene.random(), "en");
    upstream.person(issued.scene(), true, 2);
    assertThat(reasonOfSecond(issued)).isEqualTo("left");
    upstream.person(issued.scene(), false, 3);
    Published again = topic.await(issued.scene().enrollmentId(), 3).get(2);
    assertThat(again.data().path("sequence").asInt()).isEqualTo(2);
  }

  @Test
  void nextQuestionShouldComeWhenOneWasLeftUnanswered() {
    Issued issued = stage.issue(Scene.random(), "en");
    clock.set(Instant.parse("2027-01-29T12:00:01Z"));
    List<Published> events = topic.await(issued.scene().enrollmentId(), 3);
    assertThat(events.get(1).is("BoosterCancelled")).isTrue();
    assertThat(events.get(1).data().path("reason").asText()).isEqualTo("unanswered");
    assertThat(events.get(2).data().path("sequence").asInt()).isEqualTo(2);
    assertThat(events.get(2).data().path("dueOn").asText()).isEqualTo("2027-02-02");
    assertThat(events.get(2).data().path("stem")).isNotEqualTo(issued.data().path("stem"));
  }

  @Test
  void trackShouldBeJudgedByTheTimeAtWhichItWasReadHoweverLongItsClaimWaited() {
    Issued issued = stage.issue(Scene.random(), "en");
    Clock waiting = twoTimes(Instant.parse("2027-01-29T12:00:01Z"), START);
    new TrackService(pool, store, outbox, relay, composer, waiting, config)
        .stepDue(1_000)
        .await()
        .atMost(Duration.ofSeconds(60));
    assertThat(
            database
                .rows("SELECT state FROM boosters WHERE booster_id = $1", issued.boosterId())
                .get(0)
                .getString(0))
        .isEqualTo("open");
  }

  @Test
  void openQuestionShouldMoveWhenTheDayOfCompletionIsCorrected() {
    Issued issued = stage.issue(Scene.random(), "en");
    Instant corrected = Instant.parse("2027-01-25T10:00:00Z");
    upstream.completed(issued.scene(), 2, corrected);
    Published moved = topic.await(issued.scene().enrollmentId(), 2).get(1);
    assertThat(moved.is("BoosterScheduled")).isTrue();
    EventContracts.assertValid(moved.envelope().type(), moved.envelope().data());
    assertThat(moved.data().path("boosterId")).isEqualTo(issued.data().path("boosterId"));
    assertThat(moved.data().path("options")).isEqualTo(issued.data().path("options"));
    assertThat(moved.data().path("dueOn").asText()).isEqualTo("2027-01-27");
    assertThat(moved.data().path("expiresOn").asText()).isEqualTo("2027-02-03");
    assertThat(
            database
                .rows("SELECT due_on FROM boosters WHERE booster_id = $1", issued.boosterId())
                .get(0)
                .getLocalDate(0))
        .isEqualTo("2027-01-27");
  }

  @Test
  void finishedTrackShouldRunAgainWhenTheDayOfCompletionIsCorrected() {
    Scene scene = Scene.random();
    stage.put(scene, "q1", Stage.question("First?")).then().statusCode(201);
    upstream.course(scene, "en", 1);
    upstream.completed(scene, 1, Instant.parse("2025-01-19T10:00:00Z"));
    assertThat(topic.await(scene.enrollmentId(), 1).get(0).is("BoosterTrackFinished")).isTrue();
    upstream.completed(scene, 2, Instant.parse("2027-01-19T10:00:00Z"));
    Published asked = topic.await(scene.enrollmentId(), 2).get(1);
    assertThat(asked.is("BoosterScheduled")).isTrue();
    assertThat(asked.data().path("dueOn").asText()).isEqualTo("2027-01-21");
    assertThat(asked.envelope().aggregateVersion()).isEqualTo(2);
  }

  @Test
  void questionsShouldStartAnewWhenAWithdrawnCourseIsCompletedAgain() {
    Issued issued = stage.issue(Scene.random(), "en");
    upstream.withdrawn(issued.scene(), 2);
    assertThat(reasonOfSecond(issued)).isEqualTo("withdrawn");
    upstream.completed(issued.scene(), 3, Instant.parse("2027-01-19T14:00:00Z"));
    Published again = topic.await(issued.scene().enrollmentId(), 3).get(2);
    assertThat(again.is("BoosterScheduled")).isTrue();
    assertThat(again.data().path("sequence").asInt()).isEqualTo(2);
    assertThat(again.data().path("dueOn").asText()).isEqualTo("2027-01-21");
  }

  @Test
  void anotherQuestionShouldComeWhenTheOpenOneIsRetired() {
    Issued issued = stage.issue(Scene.random(), "en");
    String id = issued.data().path("stem").asText().equals("First?") ? "q1" : "q2";
    stage.retire(issued.scene(), id).then().statusCode(204);
    List<Published> events = topic.await(issued.scene().enrollmentId(), 3);
    assertThat(events.get(1).data().path("reason").asText()).isEqualTo("retired");
    assertThat(events.get(2).data().path("stem")).isNotEqualTo(issued.data().path("stem"));
    assertThat(events.get(2).data().path("dueOn").asText()).isEqualTo("2027-01-21");
  }

  @Test
  void openQuestionShouldKeepItsWordingWhenItIsEdited() {
    Issued issued = stage.issue(Scene.random(), "en", Stage.question("Before?"));
    stage.put(issued.scene(), "q1", Stage.question("After?")).then().statusCode(200);
    tracks.stepDue(100).await().atMost(Duration.ofSeconds(60));
    assertThat(topic.of(issued.scene().enrollmentId())).hasSize(1);
    assertThat(
            database
                .rows("SELECT content FROM boosters WHERE booster_id = $1", issued.boosterId())
                .get(0)
                .getString(0))
        .contains("Before?");
  }

  @Test
  void questionShouldBeCancelledWhenThePersonWithdrawsOrLeaves() {
    Issued withdrawn = stage.issue(Scene.random(), "en");
    upstream.withdrawn(withdrawn.scene(), 2);
    assertThat(reasonOfSecond(withdrawn)).isEqualTo("withdrawn");

    Issued left = stage.complete(withdrawn.scene().colleague());
    upstream.person(left.scene(), true, 2);
    assertThat(reasonOfSecond(left)).isEqualTo("left");
  }

  @Test
  void trackShouldFinishWhenItsTimeIsOver() {
    Scene scene = Scene.random();
    upstream.course(scene, "en", 1);
    upstream.completed(scene, 1);
    database.awaitRow("SELECT 1 FROM tracks WHERE enrollment_id = $1", scene.enrollmentId());
    clock.set(Instant.parse("2027-04-20T00:00:01Z"));
    Published finished = topic.await(scene.enrollmentId(), 1).get(0);
    assertThat(finished.is("BoosterTrackFinished")).isTrue();
    EventContracts.assertValid(finished.envelope().type(), finished.envelope().data());
  }

  @Test
  void nothingOfAPersonShouldRemainWhenTheyAreErased() {
    Issued issued = stage.issue(Scene.random(), "en");
    upstream.erased(issued.scene(), 9);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              for (String table : List.of("boosters", "enrollments")) {
                assertThat(
                        database.count(
                            "SELECT count(*) FROM " + table + " WHERE person_id = $1",
                            issued.scene().personId()))
                    .isZero();
              }
            });
    upstream.completed(issued.scene(), 10);
    database.awaitRow(
        "SELECT 1 FROM tracks WHERE enrollment_id = $1 AND state = 'cancelled'",
        issued.scene().enrollmentId());
    assertThat(topic.of(issued.scene().enrollmentId())).hasSize(1);
  }

  private String reasonOfSecond(Issued issued) {
    Published event = topic.await(issued.scene().enrollmentId(), 2).get(1);
    assertThat(event.is("BoosterCancelled")).isTrue();
    return event.data().path("reason").asText();
  }

  /** One time when asked first, the other one from then on. */
  private static Clock twoTimes(Instant first, Instant then) {
    AtomicReference<Instant> next = new AtomicReference<>(first);
    InstantSource source = () -> next.getAndSet(then);
    return source.withZone(ZoneOffset.UTC);
  }
}
