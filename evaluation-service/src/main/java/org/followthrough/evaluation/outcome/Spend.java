package org.followthrough.evaluation.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.followthrough.evaluation.followup.Progress;

/** What was spent on places after which nothing happened. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "Places completed two weeks ago or more without a plan and without a talk")
public record Spend(
    @Schema(description = "in the organization's currency; null where it is not known")
        BigDecimal costPerPlace,
    @Schema(description = "without plan and without talk, of those completed for two weeks")
        Share withoutFollowup,
    @Schema(description = "what these places cost; null where the cost is not known")
        BigDecimal amount) {

  private static final Duration GRACE = Duration.ofDays(14);

  static Spend of(List<Progress> all, BigDecimal costPerPlace, Instant now) {
    List<Progress> settled =
        all.stream()
            .filter(Progress::isCompleted)
            .filter(each -> !each.completedAt().plus(GRACE).isAfter(now))
            .toList();
    long idle = settled.stream().filter(each -> !each.planned() && !each.hasTalked()).count();
    return new Spend(
        costPerPlace,
        Share.of(idle, settled.size()),
        costPerPlace == null ? null : costPerPlace.multiply(BigDecimal.valueOf(idle)));
  }
}
