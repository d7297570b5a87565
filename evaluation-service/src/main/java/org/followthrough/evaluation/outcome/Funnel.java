package org.followthrough.evaluation.outcome;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.followthrough.evaluation.followup.Progress;
import org.followthrough.evaluation.followup.Stage;

/** From enrolled to applied; each step with the people for whom it could be expected by now. */
@Schema(description = "From enrolled to applied")
public record Funnel(
    @Schema(description = "enrollments not withdrawn") long enrolled,
    @Schema(description = "enrollments withdrawn; they count nowhere else") long withdrawn,
    @Schema(description = "completed the course, of those enrolled") Share completed,
    @Schema(description = "has a plan, of those who completed") Share planned,
    @Schema(
            description =
                "manager and learner talked after the course, of those who completed and have"
                    + " talked or should have by now (7 working days); a talk that nobody can hold"
                    + " today because of leave is not counted")
        Share talked,
    @Schema(
            description =
                "learner or manager says partly or regularly at three months, of those for whom at"
                    + " least one of them answered; hidden under five")
        Share applied) {

  static Funnel of(List<Progress> all, Talks talks) {
    List<Progress> enrolled = all.stream().filter(Progress::isEnrolled).toList();
    List<Progress> completed = enrolled.stream().filter(Progress::isCompleted).toList();
    long planned = completed.stream().filter(Progress::planned).count();
    return new Funnel(
        enrolled.size(),
        all.stream().filter(Progress::isWithdrawn).count(),
        Share.of(completed.size(), enrolled.size()),
        Share.of(planned, completed.size()),
        talks.held(completed),
        applied(completed));
  }

  private static Share applied(List<Progress> completed) {
    long applied = completed.stream().filter(each -> each.isApplied(Stage.M3)).count();
    long answered = completed.stream().filter(each -> each.isAnswered(Stage.M3)).count();
    return Share.anonymous(applied, answered);
  }
}
