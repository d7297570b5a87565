package org.followthrough.booster.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;

class CourseContractTest {

  @Test
  void examplesShouldBeReadable() {
    for (byte[] example : EventContracts.examples("enrollment.CourseUpserted.v1")) {
      CourseState state = EventJson.read(example, CourseState.class);
      assertThat(state.courseId()).isNotNull();
      assertThat(state.externalId()).isNotBlank();
      assertThat(state.title()).isNotBlank();
    }
  }
}
