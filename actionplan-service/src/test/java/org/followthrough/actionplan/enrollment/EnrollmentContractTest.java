package org.followthrough.actionplan.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrollmentContractTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enrollment.LearnerEnrolled.v1",
        "enrollment.CohortRescheduled.v1",
        "enrollment.CourseCompleted.v1",
        "enrollment.EnrollmentWithdrawn.v1"
      })
  void enrollmentShouldReadEveryPublishedExample(String type) {
    assertThat(EventContracts.examples(type))
        .isNotEmpty()
        .allSatisfy(
            example ->
                assertThat(EventJson.read(example, EnrollmentState.class).enrollmentId())
                    .isNotNull());
  }
}
