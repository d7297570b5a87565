package org.followthrough.booster.question;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Under which condition a question shall be written (RFC 9110): a caller who has read it can see to
 * it that nobody else's change gets lost.
 *
 * @param ifMatch entity tags of which the one that stands must be one, or {@code *} for any; null
 *     for no such condition
 * @param ifNoneMatch the opposite: {@code *} writes new questions only
 */
record Condition(String ifMatch, String ifNoneMatch) {

  /** The entity tag of a version. */
  static String tagOf(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Whether the condition holds.
   *
   * @param version of the question that stands, empty where there is none
   */
  boolean holdsFor(OptionalLong version) {
    return (ifMatch == null || names(ifMatch, version))
        && (ifNoneMatch == null || !names(ifNoneMatch, version));
  }

  private static boolean names(String tags, OptionalLong version) {
    return version.isPresent()
        && Arrays.stream(tags.split(","))
            .map(String::strip)
            .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
            .anyMatch(tag -> tag.equals("*") || tag.equals(tagOf(version.getAsLong())));
  }
}
