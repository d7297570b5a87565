package org.followthrough.actionplan.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.followthrough.actionplan.Schemas;
import org.followthrough.kit.event.EventJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourseContractTest {

  @ParameterizedTest
  @ValueSource(strings = {"enrollment.CourseUpserted.v1"})
  void readsEveryPublishedExample(String type) {
    assertThat(Schemas.examples(type))
        .isNotEmpty()
        .allSatisfy(
            example ->
                assertThat(
                        EventJson.read(example.getBytes(StandardCharsets.UTF_8), CourseState.class)
                            .courseId())
                    .isNotNull());
  }
}
