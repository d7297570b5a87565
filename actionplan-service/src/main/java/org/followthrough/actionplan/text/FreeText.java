package org.followthrough.actionplan.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people write, made tidy; what cannot be kept is left in for {@link #isUnreadable}. */
public final class FreeText {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?");

  // PostgreSQL refuses NUL; bidi controls can make a text read as what it is not.
  private static final Pattern UNREADABLE =
      Pattern.compile("[\\p{Cc}&&[^\\t\\n]]|[\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}");

  private FreeText() {}

  /** One line: white space becomes single blanks; null where nothing is left. */
  public static String line(String raw) {
    return raw == null ? null : nullIfEmpty(SPACES.matcher(normal(raw)).replaceAll(" ").strip());
  }

  /** Several lines: line ends become line feeds; null where nothing is left. */
  public static String lines(String raw) {
    return raw == null
        ? null
        : nullIfEmpty(LINE_ENDS.matcher(normal(raw)).replaceAll("\n").strip());
  }

  /** Whether it holds characters that nobody can see or no store can keep. */
  public static boolean isUnreadable(String text) {
    return text != null && UNREADABLE.matcher(text).find();
  }

  private static String normal(String raw) {
    return Normalizer.normalize(raw, Normalizer.Form.NFC);
  }

  private static String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
