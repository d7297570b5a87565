package org.followthrough.evaluation.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one side says against what the same people said before. Only those with a baseline count:
 * without one there is no improvement, and two groups side by side would give single people away.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "What one side says against what the same people said before the course")
public record SideRatings(
    @Schema(description = "answers") long answered,
    @Schema(description = "answers by people who gave a baseline before the course")
        long withBaseline,
    @Schema(description = "mean rating before, 1 to 10; null where fewer than five have a baseline")
        Double before,
    @Schema(description = "mean rating now of the same people; null where fewer than five")
        Double now) {

  /** One person's two ratings. */
  record Pair(Integer before, int now) {}

  static SideRatings of(List<Pair> answers) {
    List<Pair> compared = answers.stream().filter(each -> each.before() != null).toList();
    boolean shown = Anonymity.isEnough(compared.size());
    return new SideRatings(
        answers.size(),
        compared.size(),
        shown ? mean(compared, Pair::before) : null,
        shown ? mean(compared, Pair::now) : null);
  }

  /** How much better; null where it may not be shown. */
  @Schema(description = "now minus before; null where it may not be shown")
  @JsonProperty
  public Double change() {
    return before == null || now == null ? null : rounded(now - before);
  }

  private static double mean(List<Pair> pairs, ToIntFunction<Pair> figure) {
    return rounded(pairs.stream().mapToInt(figure).average().orElseThrow());
  }

  static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
