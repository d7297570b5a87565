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
import org.followthrough.evaluation.followup.Evaluation;
import org.followthrough.evaluation.followup.Progress;
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
    @Schema(description = "how many managers that is, of all who held a talk or should have by now")
        Share managersWaiting,
    @Schema(description = "overdue talks of learners whose manager is not known or has left")
        long talksWithoutManager,
    @Schema(description = "overdue talks that wait because learner or manager is on leave")
        long talksOnLeave,
    AnswerRates answers,
    StageRatings atThreeMonths,
    StageRatings atTwelveMonths,
    Spend spend,
    @Schema(description = "by month of completion, oldest first") List<MonthRates> months,
    @JsonIgnore Voices voices) {

  /**
   * Pure: the same progress, people and time give the same outcome.
   *
   * @param all of every enrollment of the course
   * @param people those whose talk is missing, and their managers
   * @param words what was written, as far as it may be shown
   */
  public static CourseOutcome of(
      Course course,
      List<Progress> all,
      Map<UUID, Person> people,
      List<Evaluation> words,
      Instant now) {
    List<Progress> counted = counted(all);
    var talks = new Talks(people, LocalDate.ofInstant(now, ZoneOffset.UTC));
    return new CourseOutcome(
        course.externalId(),
        course.title(),
        now,
        Funnel.of(all, talks),
        talks.waitedFor(counted),
        talks.managersWaitedFor(counted),
        talks.count(counted, TalkStanding.WITHOUT_MANAGER),
        talks.count(counted, TalkStanding.ON_LEAVE),
        AnswerRates.of(counted),
        StageRatings.of(counted, Stage.M3),
        StageRatings.of(counted, Stage.M12),
        Spend.of(counted, course.costPerPlace(), now),
        MonthRates.of(counted, talks),
        Voices.of(words));
  }

  static List<Progress> counted(List<Progress> all) {
    return all.stream().filter(Progress::isEnrolled).toList();
  }
}
