package org.followthrough.evaluation.outcome;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.followthrough.evaluation.followup.Audience;
import org.followthrough.evaluation.followup.FormKind;
import org.followthrough.evaluation.followup.Progress;
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

  static StageRatings of(List<Progress> all, Stage stage) {
    List<Integer> apart =
        all.stream().map(each -> apart(each, stage)).filter(Objects::nonNull).toList();
    long agreeing = apart.stream().filter(each -> Math.abs(each) <= AGREEMENT).count();
    double mean = apart.stream().mapToInt(Integer::intValue).average().orElse(0);
    return new StageRatings(
        side(all, stage, Audience.LEARNER),
        side(all, stage, Audience.MANAGER),
        Share.anonymous(agreeing, apart.size()),
        Anonymity.isEnough(apart.size()) ? SideRatings.rounded(mean) : null);
  }

  @JsonIgnore
  public boolean isAnswered() {
    return learners.answered() + managers.answered() > 0;
  }

  private static SideRatings side(List<Progress> all, Stage stage, Audience audience) {
    var kind = new FormKind(stage, audience);
    return SideRatings.of(
        all.stream()
            .map(each -> each.answer(kind))
            .filter(Objects::nonNull)
            .map(answer -> new SideRatings.Pair(answer.baseline(), answer.rating()))
            .toList());
  }

  /** Learner minus manager, null unless both answered. */
  private static Integer apart(Progress progress, Stage stage) {
    Progress.Form learner = progress.answer(new FormKind(stage, Audience.LEARNER));
    Progress.Form manager = progress.answer(new FormKind(stage, Audience.MANAGER));
    return learner == null || manager == null
        ? null
        : Integer.valueOf(learner.rating() - manager.rating());
  }
}
