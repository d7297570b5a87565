package org.followthrough.evaluation.outcome;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.followthrough.evaluation.courses.Course;
import org.followthrough.evaluation.followup.Followup;
import org.followthrough.evaluation.followup.Stage;
import org.followthrough.evaluation.people.Person;

/** What became of a course. */
@Schema(description = "What became of a course")
public record CourseOutcome(
    @Schema(description = "the HR system's id") String courseId,
    String title,
    @Schema(description = "when these figures were taken") Instant asOf,
    Funnel funnel,
    @Schema(description = "managers whose talk is overdue, longest wait first; none on leave")
        List<OverdueTalks> managersWaitedFor,
    @Schema(description = "overdue talks of learners whose manager is not known or has left")
        long talksWithoutManager,
    AnswerRates answers,
    StageRatings atThreeMonths,
    StageRatings atTwelveMonths,
    Spend spend,
    @Schema(description = "by month of completion, oldest first") List<MonthRates> months,
    @JsonIgnore Voices voices) {

  /** Pure: the same followups, people and time give the same outcome. */
  public static CourseOutcome of(
      Course course, List<Followup> followups, Map<UUID, Person> people, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<Followup> counted = followups.stream().filter(Followup::isEnrolled).toList();
    var waiting = new Waiting(people, today);
    return new CourseOutcome(
        course.externalId(),
        course.title(),
        now,
        Funnel.of(followups, today),
        waiting.of(counted),
        waiting.withoutManager(counted),
        AnswerRates.of(counted),
        StageRatings.of(counted, Stage.M3),
        StageRatings.of(counted, Stage.M12),
        Spend.of(counted, course.costPerPlace(), now),
        MonthRates.of(counted, today),
        Voices.of(counted));
  }
}
