package org.followthrough.actionplan.page;

import java.util.regex.Pattern;

/** The page itself says "when" and "then": a text that begins with the same word loses it. */
final class IfThen {

  private static final Pattern WHEN =
      Pattern.compile("^(when|if|wenn|falls)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern THEN = Pattern.compile("^(then|dann)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*$");

  private IfThen() {}

  static String cue(String situation) {
    return COMMA.matcher(WHEN.matcher(situation).replaceFirst("")).replaceFirst("");
  }

  static String deed(String action) {
    return THEN.matcher(action).replaceFirst("");
  }
}
