package org.followthrough.booster.question;

import java.util.List;
import java.util.stream.Stream;

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
    String stem, List<Option> options, String goodUse, String results, List<Resource> resources) {

  /** One choice and what to say to the person who took it. */
  public record Option(String text, boolean correct, String feedback) {}

  /** A page elsewhere. */
  public record Resource(String title, String url) {}

  public QuestionContent {
    options = withoutNulls(options);
    resources = withoutNulls(resources);
    goodUse = goodUse == null ? "" : goodUse;
    results = results == null ? "" : results;
  }

  private static <T> List<T> withoutNulls(List<T> items) {
    return items == null ? List.of() : items.stream().flatMap(Stream::ofNullable).toList();
  }
}
