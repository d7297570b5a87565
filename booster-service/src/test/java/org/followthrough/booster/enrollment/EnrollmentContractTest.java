package org.followthrough.booster.enrollment;

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
  void examplesShouldBeReadable(String type) {
    for (byte[] example : EventContracts.examples(type)) {
      EnrollmentState state = EventJson.read(example, EnrollmentState.class);
      assertThat(state.enrollmentId()).isNotNull();
      assertThat(state.personId()).isNotNull();
      assertThat(state.courseId()).isNotNull();
      assertThat(state.status()).isIn("enrolled", "completed", "withdrawn");
    }
  }
}
