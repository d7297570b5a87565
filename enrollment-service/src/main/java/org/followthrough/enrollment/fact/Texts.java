package org.followthrough.enrollment.fact;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What texts from outside may hold; each rule answers what is wrong, or nothing. */
public final class Texts {

  public static final int ID_LENGTH = 200;
  public static final int NAME_LENGTH = 200;
  public static final int TITLE_LENGTH = 300;
  public static final int EMAIL_LENGTH = 254;
  public static final int LOCALE_LENGTH = 35;

  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private Texts() {}

  /** Composed form without space around it, so that equal-looking texts are equal. */
  public static String normal(String text) {
    String stripped = text.strip();
    return Normalizer.isNormalized(stripped, Normalizer.Form.NFC)
        ? stripped
        : Normalizer.normalize(stripped, Normalizer.Form.NFC);
  }

  /** A text of one line: an id, a name, a title. */
  public static Optional<String> lineFault(String text, int longest) {
    return fault(text, longest, false);
  }

  /** A text that may have paragraphs. */
  public static Optional<String> paragraphFault(String text, int longest) {
    return fault(text, longest, true);
  }

  private static Optional<String> fault(String text, int longest, boolean paragraphs) {
    if (text.length() > longest) {
      return Optional.of("must not be longer than " + longest + " characters");
    }
    if (text.isBlank()) {
      return Optional.of("must not be blank");
    }
    return text.codePoints().allMatch(c -> isAllowed(c, paragraphs))
        ? Optional.empty()
        : Optional.of("must not hold control characters or unpaired surrogates");
  }

  private static boolean isAllowed(int c, boolean paragraphs) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> paragraphs && (c == '\n' || c == '\t' || c == '\r');
      case Character.SURROGATE -> false;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> !isDirectionControl(c) && !isNoncharacter(c);
    };
  }

  private static boolean isNoncharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }

  // They can make a name look like another one.
  private static boolean isDirectionControl(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** An address that mail can go to. */
  public static Optional<String> emailFault(String text) {
    int at = text.lastIndexOf('@');
    boolean fits =
        text.length() <= EMAIL_LENGTH
            && at >= 1
            && at <= 64
            && isLocalPart(text.substring(0, at))
            && isDomain(text.substring(at + 1));
    return fits ? Optional.empty() : Optional.of("must be an e-mail address");
  }

  private static boolean isLocalPart(String part) {
    return part.codePoints().allMatch(c -> c > 0x20 && c != 0x7F && isAllowed(c, false))
        && part.chars().noneMatch(c -> "\"(),:;<>@[\\]".indexOf(c) >= 0 || c == 0xA0)
        && !part.startsWith(".")
        && !part.endsWith(".")
        && !part.contains("..");
  }

  private static boolean isDomain(String domain) {
    for (String label : domain.split("\\.", -1)) {
      boolean fits =
          !label.isEmpty()
              && label.length() <= 63
              && !label.startsWith("-")
              && !label.endsWith("-")
              && label.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** A zone of the IANA database. */
  public static Optional<String> zoneFault(String text) {
    return ZONES.contains(text)
        ? Optional.empty()
        : Optional.of("must be an IANA time zone such as Europe/Berlin");
  }

  /** A language tag, BCP 47. */
  public static Optional<String> localeFault(String text) {
    Optional<String> fault = Optional.of("must be a language tag (BCP 47) such as de-AT");
    if (text.length() > LOCALE_LENGTH) {
      return fault;
    }
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text).build();
      return locale.getLanguage().isEmpty() ? fault : Optional.empty();
    } catch (IllformedLocaleException e) {
      return fault;
    }
  }
}
