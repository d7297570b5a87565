package org.followthrough.enrollment.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads times with an offset; the form that nearly all senders use without a general parser. */
final class Instants {

  private static final String FORM = "0000-00-00T00:00:00Z";

  private Instants() {}

  /**
   * The instant that the text names, by ISO 8601 with an offset.
   *
   * @throws DateTimeException where it names none
   */
  static Instant parse(String text) {
    return isInForm(text) ? parseForm(text) : OffsetDateTime.parse(text).toInstant();
  }

  private static boolean isInForm(String text) {
    if (text.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char c = text.charAt(i);
      boolean fits = FORM.charAt(i) == '0' ? c >= '0' && c <= '9' : c == FORM.charAt(i);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static Instant parseForm(String text) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19))
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
