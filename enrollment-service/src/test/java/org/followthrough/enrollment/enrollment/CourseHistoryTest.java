package org.followthrough.enrollment.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.followthrough.enrollment.enrollment.Fact.Kind;
import org.followthrough.enrollment.fact.Stamp;
import org.junit.jupiter.api.Test;

class CourseHistoryTest {

  private static final UUID SPRING = new UUID(0, 1);
  private static final UUID AUTUMN = new UUID(0, 2);
  private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }

  private static Fact fact(Kind kind, UUID cohort, int day) {
    return fact(kind, cohort, day, day);
  }

  private static Fact fact(Kind kind, UUID cohort, int day, int happened) {
    Stamp stamp = new Stamp(day(day), kind + "-" + day, "/hr");
    return new Fact(kind, cohort, stamp, day(happened));
  }

  private static List<Standing> enrollments(Fact... facts) {
    return new CourseHistory(Arrays.asList(facts)).enrollments();
  }

  @Test
  void completionShouldCreateTheEnrollment() {
    assertThat(enrollments(fact(Kind.COMPLETED, null, 3)))
        .containsExactly(new Standing(null, Status.COMPLETED, null, day(3), null));
  }

  @Test
  void enrolmentAfterWithdrawalShouldBeActiveAgain() {
    assertThat(
            enrollments(
                fact(Kind.ENROLLED, SPRING, 1),
                fact(Kind.WITHDRAWN, SPRING, 2),
                fact(Kind.ENROLLED, SPRING, 3)))
        .containsExactly(new Standing(SPRING, Status.ENROLLED, day(3), null, null));
  }

  @Test
  void withdrawalShouldStandWhenNothingLaterIsKnown() {
    assertThat(enrollments(fact(Kind.WITHDRAWN, SPRING, 2), fact(Kind.ENROLLED, SPRING, 1)))
        .containsExactly(new Standing(SPRING, Status.WITHDRAWN, day(1), null, day(2)));
  }

  @Test
  void enrolmentToldAgainShouldNotUndoTheCompletion() {
    assertThat(
            enrollments(
                fact(Kind.ENROLLED, SPRING, 1),
                fact(Kind.COMPLETED, SPRING, 5),
                fact(Kind.ENROLLED, SPRING, 9, 1)))
        .containsExactly(new Standing(SPRING, Status.COMPLETED, day(1), day(5), null));
  }

  @Test
  void correctedCompletionShouldWinByTimeAndNotByDate() {
    assertThat(enrollments(fact(Kind.COMPLETED, SPRING, 9, 4), fact(Kind.COMPLETED, SPRING, 5, 5)))
        .containsExactly(new Standing(SPRING, Status.COMPLETED, null, day(4), null));
  }

  @Test
  void factWithoutCohortShouldGoToTheCohortEnrolledLastBefore() {
    assertThat(
            enrollments(
                fact(Kind.ENROLLED, SPRING, 1),
                fact(Kind.ENROLLED, AUTUMN, 100),
                fact(Kind.COMPLETED, null, 50)))
        .containsExactly(
            new Standing(SPRING, Status.COMPLETED, day(1), day(50), null),
            new Standing(AUTUMN, Status.ENROLLED, day(100), null, null));
  }

  @Test
  void factWithoutCohortShouldGoToTheEarliestCohortWhenAllAreLater() {
    assertThat(
            enrollments(
                fact(Kind.WITHDRAWN, null, 1),
                fact(Kind.ENROLLED, AUTUMN, 100),
                fact(Kind.ENROLLED, SPRING, 10)))
        .extracting(Standing::cohortId, Standing::status)
        .containsExactly(tuple(SPRING, Status.ENROLLED), tuple(AUTUMN, Status.ENROLLED));
  }

  @Test
  void enrollmentWithoutCohortShouldAdoptTheCohortThatBecomesKnown() {
    assertThat(enrollments(fact(Kind.ENROLLED, null, 1), fact(Kind.COMPLETED, SPRING, 9)))
        .containsExactly(new Standing(SPRING, Status.COMPLETED, day(1), day(9), null));
  }
}
