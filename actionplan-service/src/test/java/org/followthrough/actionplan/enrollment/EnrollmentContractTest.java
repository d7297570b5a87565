package org.followthrough.actionplan.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.followthrough.actionplan.Schemas;
import org.followthrough.kit.event.EventJson;
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
  void readsEveryPublishedExample(String type) {
    assertThat(Schemas.examples(type))
        .isNotEmpty()
        .allSatisfy(
            example ->
                assertThat(
                        EventJson.read(
                                example.getBytes(StandardCharsets.UTF_8), EnrollmentState.class)
                            .enrollmentId())
                    .isNotNull());
  }
}
