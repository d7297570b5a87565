package org.followthrough.evaluation.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.followthrough.evaluation.followup.Audience;
import org.followthrough.evaluation.followup.Evaluation;
import org.followthrough.evaluation.followup.Followup;
import org.followthrough.evaluation.followup.FormKind;
import org.followthrough.evaluation.followup.Stage;

/** Both sides at one stage, and how far they agree. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "Both sides at one stage, and how far they agree")
public record StageRatings(
    SideRatings learners,
    SideRatings managers,
    @Schema(
            description =
                "enrollments where the ratings of learner and manager differ by at most one point,"
                    + " of those where both answered; hidden under five")
        Share agreeing,
    @Schema(
            description =
                "by how much learners rate themselves above their managers on average; null under"
                    + " five pairs")
        Double learnersAbove) {

  private static final int AGREEMENT = 1;

  static StageRatings of(List<Followup> followups, Stage stage) {
    List<Integer> apart =
        followups.stream().map(each -> apart(each, stage)).filter(Objects::nonNull).toList();
    long agreeing = apart.stream().filter(each -> Math.abs(each) <= AGREEMENT).count();
    double mean = apart.stream().mapToInt(Integer::intValue).average().orElse(0);
    return new StageRatings(
        side(followups, stage, Audience.LEARNER),
        side(followups, stage, Audience.MANAGER),
        Share.anonymous(agreeing, apart.size()),
        Anonymity.isEnough(apart.size()) ? SideRatings.rounded(mean) : null);
  }

  private static SideRatings side(List<Followup> followups, Stage stage, Audience audience) {
    var kind = new FormKind(stage, audience);
    return SideRatings.of(
        followups.stream()
            .filter(each -> each.evaluation(kind) != null)
            .map(each -> pair(each, each.evaluation(kind), audience))
            .toList());
  }

  private static SideRatings.Pair pair(
      Followup followup, Evaluation evaluation, Audience audience) {
    return new SideRatings.Pair(
        followup.baselineOf(audience, evaluation.submittedBy()), evaluation.answers().rating());
  }

  /** Learner minus manager, null unless both answered. */
  private static Integer apart(Followup followup, Stage stage) {
    Evaluation learner = followup.evaluation(new FormKind(stage, Audience.LEARNER));
    Evaluation manager = followup.evaluation(new FormKind(stage, Audience.MANAGER));
    return learner == null || manager == null
        ? null
        : Integer.valueOf(learner.answers().rating() - manager.answers().rating());
  }
}
