package org.followthrough.actionplan.courses;

import static org.assertj.core.api.Assertions.assertThat;

import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourseContractTest {

  @ParameterizedTest
  @ValueSource(strings = {"enrollment.CourseUpserted.v1"})
  void courseShouldReadEveryPublishedExample(String type) {
    assertThat(EventContracts.examples(type))
        .isNotEmpty()
        .allSatisfy(
            example ->
                assertThat(EventJson.read(example, CourseState.class).courseId()).isNotNull());
  }
}
