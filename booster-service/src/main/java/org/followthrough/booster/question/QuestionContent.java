package org.followthrough.booster.question;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question as a trainer writes it; its parts are read as they come and judged by {@link
 * QuestionRules}.
 *
 * @param stem the question, best a scene from the job
 * @param options two to five, exactly one of them correct
 * @param goodUse what good use looks like on the job
 * @param results what good use brings
 * @param resources where to read on
 */
public record QuestionContent(
    @Schema(description = "the question, best a scene from the job", maxLength = 2_000) String stem,
    @Schema(minItems = 2, maxItems = 5) List<Option> options,
    @Schema(description = "what good use looks like on the job", maxLength = 4_000) String goodUse,
    @Schema(description = "what good use brings", maxLength = 4_000) String results,
    @Schema(description = "where to read on", maxItems = 10) List<Resource> resources) {

  /** One choice and what to say to the person who took it. */
  public record Option(
      @Schema(maxLength = 500) String text,
      @Schema(description = "exactly one of a question is") boolean correct,
      @Schema(description = "what to say to who took it", maxLength = 4_000) String feedback) {

    private static final Option NONE = new Option("", false, "");
  }

  /** A page elsewhere. */
  public record Resource(
      @Schema(maxLength = 200) String title,
      @Schema(description = "https, with a host name", maxLength = 1_000) String url) {

    private static final Resource NONE = new Resource("", "");
  }

  public QuestionContent {
    options = all(options, Option.NONE);
    resources = all(resources, Resource.NONE);
    goodUse = goodUse == null ? "" : goodUse;
    results = results == null ? "" : results;
  }

  // A null keeps its place, so that it is refused there and not passed over.
  private static <T> List<T> all(List<T> items, T none) {
    return items == null
        ? List.of()
        : items.stream().map(item -> Objects.requireNonNullElse(item, none)).toList();
  }
}
