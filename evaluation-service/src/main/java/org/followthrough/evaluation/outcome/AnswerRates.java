package org.followthrough.evaluation.outcome;

import java.util.List;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.followthrough.evaluation.followup.Audience;
import org.followthrough.evaluation.followup.FormKind;
import org.followthrough.evaluation.followup.Progress;
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

  static AnswerRates of(List<Progress> all) {
    List<Progress> asked = all.stream().filter(each -> each.boosters().asked() > 0).toList();
    long answering = asked.stream().filter(each -> each.boosters().answered() > 0).count();
    long answered = sum(asked, each -> each.boosters().answered());
    return new AnswerRates(
        asked.size(),
        share(asked.size(), answered, sum(asked, each -> each.boosters().asked())),
        share(answering, sum(asked, each -> each.boosters().right()), answered),
        forms(all, Stage.M3, Audience.LEARNER),
        forms(all, Stage.M3, Audience.MANAGER),
        forms(all, Stage.M12, Audience.LEARNER),
        forms(all, Stage.M12, Audience.MANAGER));
  }

  private static Share share(long people, long count, long of) {
    return new Share(Anonymity.isEnough(people) ? count : null, of);
  }

  private static long sum(List<Progress> all, ToLongFunction<Progress> figure) {
    return all.stream().mapToLong(figure).sum();
  }

  private static Share forms(List<Progress> all, Stage stage, Audience audience) {
    var kind = new FormKind(stage, audience);
    return Share.of(
        all.stream().filter(each -> each.answer(kind) != null).count(),
        all.stream().filter(each -> each.isAsked(kind)).count());
  }
}
