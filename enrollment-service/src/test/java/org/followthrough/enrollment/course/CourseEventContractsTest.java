package org.followthrough.enrollment.course;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;

class CourseEventContractsTest {

  @Test
  void mentionedCourseShouldMeetTheSchema() {
    EventContracts.assertValid(
        CourseUpserted.TYPE, CourseUpserted.mentioned(new UUID(1, 1), "difficult-talks"));
  }

  @Test
  void describedCourseShouldMeetTheSchema() {
    Course course = new Course(new UUID(1, 1), new UUID(2, 2), "difficult-talks");
    course.describe(
        new CourseDescription(
                "Difficult conversations",
                "Two days of practice.\nAnd a talk.",
                List.of("Names the issue in the first minute"),
                new BigDecimal("890"),
                LocalDate.of(2027, 6, 30),
                "three-cs",
                Map.of("change", "Fewer escalations"),
                "en")
            .completed());

    EventContracts.assertValid(CourseUpserted.TYPE, course.published());
  }
}
