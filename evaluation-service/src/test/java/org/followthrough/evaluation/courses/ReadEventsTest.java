package org.followthrough.evaluation.courses;

import static org.assertj.core.api.Assertions.assertThat;

import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;

class ReadEventsTest {

  @Test
  void everyPublishedExampleShouldBeReadable() {
    assertThat(EventContracts.examples(CourseUpserted.TYPE))
        .isNotEmpty()
        .allSatisfy(
            example -> {
              CourseUpserted course = EventJson.read(example, CourseUpserted.class);
              assertThat(course.title()).isEqualTo("Difficult conversations");
            });
  }
}
