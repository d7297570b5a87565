package org.followthrough.reminder.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.followthrough.kit.testing.SettableClock;
import org.followthrough.kit.testing.WithStack;
import org.followthrough.reminder.Database;
import org.followthrough.reminder.Scene;
import org.followthrough.reminder.Upstream;
import org.followthrough.reminder.Upstream.Message;
import org.junit.jupiter.api.Test;

/** A thousand events, three times over and shuffled, make the plan of those events in order. */
@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "reminder")
class DisorderTest {

  private static final int LEARNERS = 100;
  private static final long SEED = 20_270_104;
  private static final UUID BOOSTER = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000007");

  // The facts are all there, and the latest of the learner, and nothing has to be looked at again.
  private static final String SETTLED =
      """
      SELECT count(*) FROM unnest($1::uuid[], $2::uuid[]) AS pair(a, b)
      CROSS JOIN LATERAL (
        SELECT j.facts FROM journeys j JOIN people p ON p.person_id = j.learner_id
         WHERE j.enrollment_id = pair.a AND j.planned_at IS NOT NULL AND p.version = 2 OFFSET 0) a
      CROSS JOIN LATERAL (
        SELECT j.facts FROM journeys j JOIN people p ON p.person_id = j.learner_id
         WHERE j.enrollment_id = pair.b AND j.planned_at IS NOT NULL AND p.version = 2 OFFSET 0) b
      WHERE a.facts = b.facts
      """;

  private static final String PLAN =
      """
      SELECT step, occurrence, state, reason, planned_for, due_at, stale_after, local_date,
             category, template, audience, content::text
      FROM touches WHERE enrollment_id = $1 AND reason IS DISTINCT FROM 'no-longer-planned'
      ORDER BY step, occurrence
      """;

  @Inject Upstream upstream;
  @Inject Database database;
  @Inject SettableClock clock;

  @Test
  void aThousandEventsThreeTimesOverAndShuffledShouldMakeThePlanOfThoseInOrder() {
    clock.set(Instant.parse("2027-01-13T09:00:00Z"));
    List<Scene> inOrder = scenes();
    List<Scene> inDisorder = scenes();
    List<Message> events = events(inOrder);
    assertThat(events).hasSize(1_000);
    List<Message> thrice = new ArrayList<>(events(inDisorder));
    thrice.addAll(events(inDisorder));
    thrice.addAll(events(inDisorder));
    Collections.shuffle(thrice, new Random(SEED));

    upstream.publish(events);
    upstream.publish(thrice);
    database.awaitCount(LEARNERS, SETTLED, ids(inOrder), ids(inDisorder));

    for (int i = 0; i < LEARNERS; i++) {
      List<String> expected = plan(inOrder.get(i));
      assertThat(expected).hasSizeGreaterThanOrEqualTo(4);
      assertThat(plan(inDisorder.get(i))).as("learner %d, seed %d", i, SEED).isEqualTo(expected);
    }
  }

  private static List<Scene> scenes() {
    Scene first = Scene.create();
    return Stream.iterate(first, scene -> first.colleague()).limit(LEARNERS).toList();
  }

  private static List<Message> events(List<Scene> scenes) {
    List<Message> all = new ArrayList<>();
    for (int i = 0; i < scenes.size(); i++) {
      all.addAll(events(scenes.get(i), i));
    }
    return all;
  }

  // One of four was withdrawn, one of four completed long ago, one of four has left.
  private static List<Message> events(Scene scene, int number) {
    String completedAt = number % 4 == 1 ? "2026-09-30T15:30:00Z" : "2027-01-12T15:30:00Z";
    return List.of(
        number % 2 == 0 ? scene.course(1, "standard") : scene.manager(1, "Asia/Kolkata"),
        scene.person(1, "Europe/Berlin", false),
        scene.person(2, "America/New_York", number % 4 == 2),
        scene.enrolled(1),
        scene.completed(2, "2027-01-11T15:30:00Z"),
        number % 4 == 0 ? scene.withdrawn(3) : scene.completed(3, completedAt),
        scene.plan(1, "First goal", "2027-01-12T16:00:00Z"),
        scene.plan(2, "Second goal", "2027-01-13T16:00:00Z"),
        number % 3 == 0 ? scene.talk(2, "after") : scene.progress(2, "applied"),
        scene.booster(BOOSTER, 1, "2027-01-21", "2027-01-28"));
  }

  private static UUID[] ids(List<Scene> scenes) {
    return scenes.stream().map(Scene::enrollmentId).toArray(UUID[]::new);
  }

  private List<String> plan(Scene scene) {
    return database.rows(PLAN, scene.enrollmentId()).stream().map(DisorderTest::line).toList();
  }

  private static String line(Row row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      line.append(row.getValue(column)).append(' ');
    }
    return line.toString();
  }
}
