package org.followthrough.evaluation.outcome;

import java.util.List;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.followthrough.evaluation.followup.Audience;
import org.followthrough.evaluation.followup.Followup;
import org.followthrough.evaluation.followup.FormKind;
import org.followthrough.evaluation.followup.Stage;

/** How many of those asked have answered. */
@Schema(description = "How many of those asked have answered")
public record AnswerRates(
    @Schema(description = "learners who got at least one booster question") long learnersAsked,
    @Schema(description = "booster questions answered, of those asked; hidden under five learners")
        Share boosters,
    @Schema(description = "booster answers that were right; hidden under five learners")
        Share boostersRight,
    @Schema(description = "three-month forms of learners sent in, of those asked")
        Share learnersAtThreeMonths,
    @Schema(description = "three-month forms of managers sent in, of those asked")
        Share managersAtThreeMonths,
    @Schema(description = "twelve-month forms of learners sent in, of those asked")
        Share learnersAtTwelveMonths,
    @Schema(description = "twelve-month forms of managers sent in, of those asked")
        Share managersAtTwelveMonths) {

  static AnswerRates of(List<Followup> followups) {
    List<Followup> asked = followups.stream().filter(each -> each.boostersAsked() > 0).toList();
    long answering = asked.stream().filter(each -> each.boostersAnswered() > 0).count();
    long answered = sum(asked, Followup::boostersAnswered);
    return new AnswerRates(
        asked.size(),
        share(asked.size(), answered, sum(asked, Followup::boostersAsked)),
        share(answering, sum(asked, Followup::boostersRight), answered),
        forms(followups, Stage.M3, Audience.LEARNER),
        forms(followups, Stage.M3, Audience.MANAGER),
        forms(followups, Stage.M12, Audience.LEARNER),
        forms(followups, Stage.M12, Audience.MANAGER));
  }

  private static Share share(long people, long count, long of) {
    return new Share(Anonymity.isEnough(people) ? count : null, of);
  }

  private static long sum(List<Followup> followups, ToLongFunction<Followup> figure) {
    return followups.stream().mapToLong(figure).sum();
  }

  private static Share forms(List<Followup> followups, Stage stage, Audience audience) {
    var kind = new FormKind(stage, audience);
    return Share.of(
        followups.stream().filter(each -> each.evaluation(kind) != null).count(),
        followups.stream().filter(each -> each.isAsked(kind)).count());
  }
}
