package org.followthrough.evaluation.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** So many of so many; a figure never goes without its denominator. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "So many of so many")
public record Share(
    @Schema(description = "how many; null where too few people answered to show it") Long count,
    @Schema(description = "of how many") long of) {

  static Share of(long count, long of) {
    return new Share(count, of);
  }

  /** Hides the count where it would tell what single people answered. */
  static Share anonymous(long count, long of) {
    return new Share(Anonymity.isEnough(of) ? count : null, of);
  }

  /** In whole percent, null where there is nothing to count or it may not be shown. */
  @Schema(description = "in whole percent; null where there is none")
  @JsonProperty
  public Integer percent() {
    return count == null || of == 0 ? null : (int) Math.round(100.0 * count / of);
  }
}
