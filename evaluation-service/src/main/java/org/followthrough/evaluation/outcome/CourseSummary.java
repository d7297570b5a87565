package org.followthrough.evaluation.outcome;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.followthrough.evaluation.courses.Course;
import org.followthrough.evaluation.followup.CourseTally;

/** One course of the overview. */
@Schema(description = "One course of the overview")
public record CourseSummary(
    @JsonIgnore UUID id,
    @Schema(description = "the HR system's id") String courseId,
    String title,
    @Schema(description = "enrollments not withdrawn") long enrolled,
    @Schema(description = "completed, of those enrolled") Share completed,
    @Schema(description = "has a plan, of those who completed") Share planned,
    @Schema(
            description =
                "talked after the course, of those who have or should have by now; a talk that"
                    + " nobody can hold today because of leave is not counted")
        Share talked) {

  static CourseSummary of(Course course, CourseTally tally) {
    return new CourseSummary(
        course.courseId(),
        course.externalId(),
        course.title(),
        tally.enrolled(),
        Share.of(tally.completed(), tally.enrolled()),
        Share.of(tally.planned(), tally.completed()),
        Share.of(tally.talked(), tally.talked() + tally.talksMissing()));
  }
}
