package org.followthrough.reminder.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.testing.SettableClock;
import org.followthrough.kit.testing.WithStack;
import org.followthrough.reminder.Database;
import org.followthrough.reminder.Scene;
import org.followthrough.reminder.Upstream;
import org.followthrough.reminder.Upstream.Message;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "reminder")
class PlanningTest {

  private static final Logger LOG = Logger.getLogger(PlanningTest.class);
  private static final Instant BEFORE_ALL = Instant.parse("2027-01-04T09:00:00Z");
  private static final UUID FIRST = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000007");
  private static final UUID SECOND = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000017");
  private static final UUID THIRD = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000027");

  private static final String PLANNED =
      "SELECT count(*) FROM touches WHERE enrollment_id = $1 AND state = 'PLANNED'";

  @Inject Upstream upstream;
  @Inject Database database;
  @Inject SettableClock clock;
  @Inject JourneyPlanning planning;

  @BeforeEach
  void setClock() {
    clock.set(BEFORE_ALL);
  }

  @Test
  void touchesShouldBeTheSameInWhateverOrderAndHoweverOftenEventsCome() {
    List<List<String>> outcomes = new ArrayList<>();
    for (int seed = 0; seed < 8; seed++) {
      Scene scene = Scene.create();
      List<Message> messages = new ArrayList<>();
      for (int times = 0; times < 3; times++) {
        messages.addAll(year(scene));
      }
      Collections.shuffle(messages, new Random(seed));
      upstream.publish(messages);
      awaitFacts(scene, facts(scene));
      outcomes.add(touches(scene));
    }

    assertThat(outcomes.get(0)).hasSize(28).anyMatch(line -> line.contains("PLANNED"));
    assertThat(outcomes).allMatch(outcome -> outcome.equals(outcomes.get(0)));
  }

  @Test
  void touchesShouldFollowThePersonAndTheCourse() {
    Scene scene = Scene.create();
    upstream.publish(scene.enrolled(1), scene.course(1, "standard"));
    database.awaitCount(1, "SELECT count(*) FROM journeys WHERE awaits = $1", scene.learnerId());
    assertThat(database.count(PLANNED, scene.enrollmentId())).isZero();

    upstream.publish(scene.person(1, "Europe/Berlin", false), scene.manager(1, "Asia/Kolkata"));
    String due =
        "SELECT count(*) FROM touches WHERE learner_id = $1 AND audience = $2 AND"
            + " to_char(due_at AT TIME ZONE 'UTC', 'HH24:MI') = $3 AND state = 'PLANNED'";
    database.awaitCount(2, due, scene.learnerId(), "learner", "08:00");
    database.awaitCount(2, due, scene.learnerId(), "manager", "03:30");

    upstream.publish(scene.person(2, "America/New_York", false));
    database.awaitCount(2, due, scene.learnerId(), "learner", "14:00");
    assertThat(database.count(due, scene.learnerId(), "manager", "03:30")).isEqualTo(2);

    upstream.publish(scene.course(2, "boosters-only"));
    database.awaitCount(
        4,
        "SELECT count(*) FROM touches WHERE learner_id = $1 AND reason = 'no-longer-planned'",
        scene.learnerId());
    upstream.publish(scene.course(3, "no-such-cadence"));
    database.awaitCount(
        4,
        "SELECT count(*) FROM touches WHERE learner_id = $1 AND state = 'PLANNED'"
            + " AND reason = 'unknown-cadence'",
        scene.learnerId());

    upstream.publish(scene.person(3, "America/New_York", true));
    database.awaitCount(
        4,
        "SELECT count(*) FROM touches WHERE learner_id = $1 AND state = 'SUPPRESSED'"
            + " AND reason = 'left'",
        scene.learnerId());
  }

  @Test
  void nothingShouldBeLeftOfAnErasedPerson() {
    Scene scene = Scene.create();
    upstream.publish(known(scene));
    upstream.publish(scene.enrolled(1), scene.plan(1, "A secret goal", "2027-01-21T16:00:00Z"));
    database.awaitCount(8, PLANNED, scene.enrollmentId());

    upstream.publish(scene.erased());
    database.awaitCount(0, PLANNED, scene.enrollmentId());
    upstream.publish(scene.plan(2, "A secret goal", "2027-01-22T16:00:00Z"), scene.enrolled(2));
    Scene other = scene.colleague();
    upstream.publish(other.person(1, "Europe/Berlin", false), other.enrolled(1));
    database.awaitCount(4, PLANNED, other.enrollmentId());

    assertThat(database.count(PLANNED, scene.enrollmentId())).isZero();
    assertThat(
            database.count("SELECT count(*) FROM people WHERE person_id = $1", scene.learnerId()))
        .isZero();
    assertThat(
            database.count(
                "SELECT (SELECT count(*) FROM touches"
                    + " WHERE organization_id = $1 AND content::text LIKE '%secret%')"
                    + " + (SELECT count(*) FROM journeys"
                    + " WHERE organization_id = $1 AND facts::text LIKE '%secret%')",
                scene.organizationId()))
        .isZero();
  }

  @Test
  void whatIsInFlightOrSentShouldStay() {
    Scene scene = Scene.create();
    upstream.publish(known(scene));
    upstream.publish(scene.enrolled(1));
    // With the manager, too: planning does not hold them any more.
    database.awaitPlanned(scene.enrollmentId());
    assertThat(database.count(PLANNED, scene.enrollmentId())).isEqualTo(4);
    database.rows(
        "UPDATE touches SET state = 'ACCEPTED', sent_at = due_at WHERE enrollment_id = $1"
            + " AND step = 'pre-course-talk' RETURNING touch_id",
        scene.enrollmentId());

    upstream.publish(scene.withdrawn(2));
    database.awaitCount(0, PLANNED, scene.enrollmentId());

    assertThat(states(scene))
        .containsExactly(
            "pre-course-questions CANCELLED withdrawn",
            "pre-course-questions CANCELLED withdrawn",
            "pre-course-talk ACCEPTED null",
            "pre-course-talk ACCEPTED null");
  }

  @Test
  void backdatedCompletionShouldSendNoOldMail() {
    clock.set(Instant.parse("2027-06-01T08:00:00Z"));
    Scene scene = Scene.create();
    upstream.publish(known(scene));
    upstream.publish(scene.completed(1, "2027-01-19T15:00:00Z"));
    database.awaitCount(6, PLANNED, scene.enrollmentId());
    assertThat(
            database.count(
                "SELECT count(*) FROM touches WHERE enrollment_id = $1 AND state = 'PLANNED'"
                    + " AND step NOT LIKE 'evaluation-12m-%'",
                scene.enrollmentId()))
        .isZero();
  }

  @Test
  void thousandsOfCompletionsShouldBePlannedInBatches() {
    Scene first = Scene.create();
    upstream.publish(known(first));
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      scenes.add(first.colleague());
    }
    upstream.publish(scenes.stream().map(s -> s.person(1, "Europe/Berlin", false)).toList());
    database.awaitCount(
        10_001, "SELECT count(*) FROM people WHERE manager_id = $1", first.managerId());

    List<Message> completions =
        scenes.stream().map(scene -> scene.completed(1, "2027-01-19T15:00:00Z")).toList();
    long direct = planDirectly(completions.subList(0, 5_000));
    long fromKafka = planFromKafka(first, completions.subList(5_000, 10_000));
    LOG.infof(
        "planned %d touches/s in batches of 1000, %d touches/s from Kafka", direct, fromKafka);

    assertThat(
            database.count("SELECT count(*) FROM touches WHERE course_id = $1", first.courseId()))
        .isEqualTo(10_000 * 21);
  }

  private long planDirectly(List<Message> completions) {
    long begun = System.nanoTime();
    for (int from = 0; from < completions.size(); from += 1_000) {
      List<ReceivedEvent> batch =
          completions.subList(from, from + 1_000).stream()
              .map(m -> new ReceivedEvent(m.topic(), upstream.envelope(m)))
              .toList();
      planning.apply(batch).await().atMost(Duration.ofSeconds(60));
    }
    return perSecond(completions.size() * 21L, begun);
  }

  private long planFromKafka(Scene first, List<Message> completions) {
    long begun = System.nanoTime();
    upstream.publish(completions);
    database.awaitCount(
        10_000,
        "SELECT count(*) FROM journeys WHERE course_id = $1 AND planned_at IS NOT NULL",
        first.courseId());
    return perSecond(completions.size() * 21L, begun);
  }

  private static long perSecond(long touches, long begun) {
    return touches * 1_000_000_000L / (System.nanoTime() - begun);
  }

  private static List<Message> known(Scene scene) {
    return List.of(
        scene.course(1, "standard"),
        scene.manager(1, "Europe/Berlin"),
        scene.person(1, "Europe/Berlin", false));
  }

  private static List<Message> year(Scene scene) {
    List<Message> messages = new ArrayList<>(known(scene));
    messages.addAll(
        List.of(
            scene.enrolled(1),
            scene.completed(2, "2027-01-19T15:30:00Z"),
            scene.expectations(1),
            scene.talk(2, "before"),
            scene.talk(3, "after"),
            scene.plan(1, "First goal", "2027-01-21T16:00:00Z"),
            scene.plan(2, "Second goal", "2027-01-25T16:00:00Z"),
            scene.progress(4, "started"),
            scene.booster(FIRST, 1, "2027-01-21", "2027-01-28"),
            scene.answered(FIRST, 1),
            scene.booster(SECOND, 2, "2027-02-02", "2027-02-09"),
            scene.cancelled(SECOND, 2),
            scene.booster(THIRD, 3, "2027-02-16", "2027-02-23"),
            scene.evaluated("m3", "learner")));
    return messages;
  }

  private Facts facts(Scene scene) {
    Facts facts = Facts.NONE;
    for (Message message : year(scene)) {
      var event =
          JourneyEvents.read(new ReceivedEvent(message.topic(), upstream.envelope(message)));
      facts = event.isPresent() ? facts.with(event.get().finding()) : facts;
    }
    return facts;
  }

  private void awaitFacts(Scene scene, Facts facts) {
    String sql =
        "SELECT facts::text FROM journeys WHERE enrollment_id = $1 AND planned_at IS NOT NULL";
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                database.rows(sql, scene.enrollmentId()).stream()
                    .map(row -> row.getString(0).getBytes(StandardCharsets.UTF_8))
                    .map(json -> EventJson.read(json, Facts.class))
                    .anyMatch(facts::equals));
  }

  private List<String> touches(Scene scene) {
    return database
        .rows(
            "SELECT step || '/' || occurrence || ' ' || state || ' ' || coalesce(reason, '-')"
                + " || ' ' || planned_for || ' ' || due_at || ' ' || stale_after || ' '"
                + " || local_date || ' ' || content FROM touches WHERE enrollment_id = $1"
                + " ORDER BY 1",
            scene.enrollmentId())
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private List<String> states(Scene scene) {
    return database
        .rows(
            "SELECT step, state, reason FROM touches WHERE enrollment_id = $1 ORDER BY step",
            scene.enrollmentId())
        .stream()
        .map((Row row) -> row.getString(0) + " " + row.getString(1) + " " + row.getString(2))
        .toList();
  }
}
