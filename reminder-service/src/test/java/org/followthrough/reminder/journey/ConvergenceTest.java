package org.followthrough.reminder.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.followthrough.reminder.journey.GivenJourney.ENROLLMENT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Planner and reconciliation over a table in memory: whatever happens in a year becomes known in
 * random order, repeated, in random batches, and the table ends up the same. A failure names the
 * seed of what happened and of the order it came in.
 */
class ConvergenceTest {

  private static final int YEARS = 100;
  private static final int ORDERS = 4;
  private static final Instant SPRING = Instant.parse("2027-01-04T09:00:00Z");

  @Test
  void tableShouldBeTheSameInWhateverOrderAndHoweverOftenAYearBecomesKnown() {
    for (int seed = 0; seed < YEARS; seed++) {
      List<Happening> year = RandomYear.of(seed);
      Instant now = SPRING.plus(Duration.ofHours(new Random(seed).nextInt(400 * 24)));
      Table inOrder = new Table();
      year.forEach(happening -> inOrder.learn(List.of(happening), now));
      for (int order = 0; order < ORDERS; order++) {
        Table shuffled = new Table();
        batches(year, new Random(order)).forEach(batch -> shuffled.learn(batch, now));
        assertThat(shuffled.lines())
            .as("year %d in order %d at %s", seed, order, now)
            .isEqualTo(inOrder.lines());
      }
    }
  }

  @Test
  void secondLookShouldChangeNothing() {
    for (int seed = 0; seed < YEARS; seed++) {
      Table table = new Table();
      batches(RandomYear.of(seed), new Random(seed)).forEach(batch -> table.learn(batch, SPRING));
      assertThat(table.look(SPRING, false)).as("year %d", seed).isZero();
      assertThat(table.look(SPRING, true)).as("year %d, reconsidered", seed).isZero();
    }
  }

  // Time passes between what becomes known, and all that is due by then is sent.
  @Test
  void whatWasSentShouldStayAndNothingShouldBeSentTwiceOrTooLate() {
    for (int seed = 0; seed < YEARS; seed++) {
      Random random = new Random(seed);
      Table table = new Table();
      Map<UUID, StandingTouch> sent = new HashMap<>();
      Instant now = SPRING.minus(Duration.ofDays(30));
      for (List<Happening> batch : batches(RandomYear.of(seed), random)) {
        table.learn(batch, now);
        for (StandingTouch touch : table.send(now)) {
          assertThat(sent.put(touch.touchId(), touch)).as("year %d twice", seed).isNull();
          assertThat(touch.staleAfter()).as("year %d stale", seed).isAfter(now);
        }
        assertThat(table.rows()).as("year %d", seed).containsAllEntriesOf(sent);
        now = now.plus(Duration.ofHours(random.nextInt(20 * 24)));
      }
      assertThat(sent).hasSizeLessThan(200);
    }
  }

  private static List<List<Happening>> batches(List<Happening> year, Random random) {
    List<Happening> all = new ArrayList<>(year);
    for (Happening happening : year) {
      for (int again = random.nextInt(3); again > 0; again--) {
        all.add(happening);
      }
    }
    Collections.shuffle(all, random);
    List<List<Happening>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); ) {
      int to = Math.min(all.size(), from + 1 + random.nextInt(5));
      batches.add(all.subList(from, to));
      from = to;
    }
    return batches;
  }

  /** What the database keeps of one journey. */
  private static final class Table {

    private final Map<UUID, StandingTouch> touches = new TreeMap<>();
    private Known known = Known.NOTHING;

    void learn(List<Happening> batch, Instant now) {
      Known before = known;
      batch.forEach(happening -> known = happening.addTo(known));
      if (!known.equals(before)) {
        look(now, !known.sameCircumstances(before));
      }
    }

    /** Plans and writes; answers with how much there was to write. */
    int look(Instant now, boolean reconsider) {
      if (known.circumstances() == null) {
        return 0;
      }
      var changes = Reconciliation.diff(plan(), List.copyOf(touches.values()), now, reconsider);
      changes.inserts().forEach(insert -> write(insert.stand()));
      changes.updates().forEach(this::write);
      return changes.inserts().size() + changes.updates().size();
    }

    List<StandingTouch> send(Instant now) {
      List<StandingTouch> due =
          touches.values().stream()
              .filter(touch -> touch.state() == TouchState.PLANNED && !touch.dueAt().isAfter(now))
              .filter(touch -> touch.staleAfter().isAfter(now))
              .map(touch -> touch.in(TouchState.ACCEPTED))
              .toList();
      due.forEach(touch -> touches.put(touch.touchId(), touch));
      return due;
    }

    Map<UUID, StandingTouch> rows() {
      return touches;
    }

    /** The whole table to the last byte, but for what some orders planned for a while. */
    String lines() {
      return touches.values().stream()
          .filter(touch -> !"no-longer-planned".equals(touch.reason()))
          .map(StandingTouch::toString)
          .collect(Collectors.joining("\n"));
    }

    private List<Touch> plan() {
      return Planner.plan(ENROLLMENT, known.facts(), known.circumstances());
    }

    private void write(TouchChange change) {
      touches.put(change.touchId(), StandingTouch.of(ENROLLMENT, change));
    }
  }
}
