package org.followthrough.enrollment.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.followthrough.enrollment.cohort.CohortDates;
import org.followthrough.enrollment.enrollment.Fact.Kind;
import org.followthrough.enrollment.fact.Stamp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same facts in any order, repeated and in any portions lead to the same enrollments. */
class ConvergenceTest {

  private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
  private static final Group GROUP = new Group(new UUID(9, 9), new UUID(9, 8), new UUID(9, 7));
  private static final List<UUID> COHORTS =
      Arrays.asList(null, new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
  private static final CohortDates DATES =
      new CohortDates(LocalDate.of(2027, 1, 18), LocalDate.of(2027, 1, 19));

  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  /** Stores what a batch decides, as the database would, and remembers every id given out. */
  private static final class Storage {
    private final Map<UUID, EnrollmentSnapshot> rows = new HashMap<>();
    private final Set<UUID> published = new HashSet<>();
    private List<Fact> facts = List.of();
    private long revision;

    void take(List<Fact> batch) {
      OpenPages pages =
          new OpenPages(
              List.of(new StoredHistory(GROUP, new CourseHistory(facts), revision)),
              List.copyOf(rows.values()));
      Entries entries = pages.enter(Map.of(GROUP, batch), dates(batch), UUID::randomUUID, START);
      StoredHistory history = entries.histories().get(0);
      facts = history.history().facts();
      revision = history.revision() + 1;
      entries.changes().forEach(this::store);
    }

    private static Map<UUID, CohortDates> dates(List<Fact> batch) {
      Map<UUID, CohortDates> dates = new HashMap<>();
      batch.stream()
          .filter(fact -> fact.cohortId() != null)
          .forEach(fact -> dates.put(fact.cohortId(), DATES));
      return dates;
    }

    private void store(EnrollmentChange change) {
      EnrollmentSnapshot after = change.after();
      EnrollmentSnapshot before = rows.put(after.enrollmentId(), after);
      assertThat(after.version()).isEqualTo(before == null ? 1 : before.version() + 1);
      published.add(after.enrollmentId());
    }

    Set<Object> states() {
      assertThat(rows.keySet()).isEqualTo(published);
      Set<Object> states =
          rows.values().stream().map(Storage::withoutIdentity).collect(Collectors.toSet());
      assertThat(states).as("one enrollment per cohort").hasSameSizeAs(rows.values());
      return states;
    }

    private static Object withoutIdentity(EnrollmentSnapshot row) {
      return Arrays.asList(
          row.cohortId(),
          row.startsOn(),
          row.endsOn(),
          row.enrolledAt(),
          row.completedAt(),
          row.withdrawnAt(),
          row.status());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyOrderDuplicationAndSplitShouldGiveTheSameEnrollments(long seed) {
    Random random = new Random(seed);
    List<Fact> facts = facts(random);
    Storage inOrder = new Storage();
    inOrder.take(facts);

    Storage disordered = new Storage();
    portions(disordered(facts, random), random).forEach(disordered::take);

    assertThat(disordered.states()).as("seed %d", seed).isEqualTo(inOrder.states());
  }

  private static List<Fact> facts(Random random) {
    List<Fact> facts = new ArrayList<>();
    int size = 1 + random.nextInt(9);
    for (int i = 0; i < size; i++) {
      // Few instants, so that many are equal.
      Instant time = START.plus(Duration.ofDays(random.nextInt(6)));
      Instant happened = START.plus(Duration.ofDays(random.nextInt(6)));
      Kind kind = Kind.values()[random.nextInt(3)];
      Stamp stamp = new Stamp(time, "e-" + i, "/hr");
      UUID cohort = COHORTS.get(random.nextInt(COHORTS.size()));
      facts.add(new Fact(kind, cohort, stamp, kind == Kind.WITHDRAWN ? time : happened));
    }
    return facts;
  }

  private static List<Fact> disordered(List<Fact> facts, Random random) {
    List<Fact> result = new ArrayList<>(facts);
    facts.stream().filter(fact -> random.nextBoolean()).forEach(result::add);
    Collections.shuffle(result, random);
    return result;
  }

  private static List<List<Fact>> portions(List<Fact> facts, Random random) {
    List<List<Fact>> portions = new ArrayList<>();
    int start = 0;
    while (start < facts.size()) {
      int end = Math.min(facts.size(), start + 1 + random.nextInt(3));
      portions.add(facts.subList(start, end));
      start = end;
    }
    return portions;
  }
}
