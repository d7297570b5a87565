package org.followthrough.evaluation.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.followthrough.evaluation.testing.EvaluationStack;
import org.followthrough.evaluation.testing.GivenEnrollment;
import org.followthrough.evaluation.testing.TestBeans;
import org.followthrough.evaluation.testing.Wire;
import org.junit.jupiter.api.Test;

/** The server adds up for the overview what the page of a course counts one by one. */
@QuarkusTest
@QuarkusTestResource(EvaluationStack.class)
class OverviewTest {

  private static final UUID COURSE = UUID.randomUUID();
  private static final Instant LONG_AGO = TestBeans.NOW.minus(Duration.ofDays(60));
  private static final LocalDate BACK = LocalDate.parse("2027-06-01");

  @Inject Wire wire;
  @Inject OutcomeService outcomes;

  @Test
  void theOverviewCountsAsTheCoursePageDoes() {
    wire.tell(learner().withdrawn());
    wire.tell(learner());
    wire.tell(learner().completed(LONG_AGO).planned().talked("after", null));
    wire.tell(learner().completed(LONG_AGO).planned());
    wire.tell(learner().completed(TestBeans.NOW.minusSeconds(60)));
    GivenEnrollment away = learner().completed(LONG_AGO);
    wire.tell(away.person(away.learnerId, "Away", "en", away.managerId, BACK));
    GivenEnrollment managerAway = learner().completed(LONG_AGO);
    wire.tell(managerAway.person(managerAway.managerId, "Away", "en", null, BACK));
    GivenEnrollment left = learner().completed(LONG_AGO);
    wire.tell(left.left(left.learnerId));
    GivenEnrollment managerLeft = learner().completed(LONG_AGO);
    wire.tell(managerLeft.left(managerLeft.managerId));

    CourseSummary summary = summary();

    assertThat(summary.enrolled()).isEqualTo(8);
    assertThat(summary.completed()).isEqualTo(Share.of(7, 8));
    assertThat(summary.planned()).isEqualTo(Share.of(2, 7));
    assertThat(summary.talked()).isEqualTo(Share.of(1, 3));
    Funnel funnel = page().funnel();
    assertThat(funnel.completed()).isEqualTo(summary.completed());
    assertThat(funnel.planned()).isEqualTo(summary.planned());
    assertThat(funnel.talked()).isEqualTo(summary.talked());
  }

  private CourseSummary summary() {
    return outcomes.overview(TestBeans.ORGANIZATION).await().atMost(Wire.PATIENCE).stream()
        .filter(each -> each.id().equals(COURSE))
        .findFirst()
        .orElseThrow();
  }

  private CourseOutcome page() {
    return outcomes
        .ofCourse(TestBeans.ORGANIZATION, COURSE)
        .await()
        .atMost(Wire.PATIENCE)
        .orElseThrow();
  }

  private static GivenEnrollment learner() {
    return new GivenEnrollment(TestBeans.ORGANIZATION, COURSE, UUID.randomUUID())
        .people("Learner", "Manager", "en")
        .course("counted", "Counted", null)
        .enrolled();
  }
}
