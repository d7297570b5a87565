package org.followthrough.kit.problem;

import java.text.Normalizer;
import java.util.Optional;
import org.followthrough.kit.problem.Problem.FieldError;

/**
 * Checks text that people or other systems send, before it is kept: PostgreSQL takes no U+0000, a
 * line break in a name becomes a mail header, a bidi control makes a name read as another one.
 *
 * <p>Good text comes back stripped and in Unicode normalization form C (UAX #15), so that equal
 * names compare equal. Refused are control characters (but tab, line feed and carriage return in
 * free text), lone surrogates, noncharacters, and in names also line and paragraph separators and
 * bidi controls (UAX #9).
 */
public final class TextGuard {

  /**
   * What came of a check: the text to keep, or what is wrong with the field.
   *
   * @param text null where there was none or where it is refused
   * @param error empty where the text is good
   */
  public record Checked(String text, Optional<FieldError> error) {}

  private final int maxLength;
  private final boolean singleLine;
  private final boolean required;

  private TextGuard(int maxLength, boolean singleLine, boolean required) {
    this.maxLength = maxLength;
    this.singleLine = singleLine;
    this.required = required;
  }

  /** For names, titles and ids: one line of up to so many characters (code points). */
  public static TextGuard name(int maxLength) {
    return new TextGuard(maxLength, true, false);
  }

  /** For what people write: any number of lines, up to so many characters (code points). */
  public static TextGuard freeText(int maxLength) {
    return new TextGuard(maxLength, false, false);
  }

  /** The same guard, but absent or blank text is refused too. */
  public TextGuard required() {
    return new TextGuard(maxLength, singleLine, true);
  }

  /**
   * Checks one field; never throws.
   *
   * @param pointer names the field in the error: a JSON Pointer, or the name of a form's field
   * @param text as it came; where it did not or is blank, that is good unless required
   */
  public Checked check(String pointer, String text) {
    if (text == null || text.isBlank()) {
      return required ? refused(pointer, "is required") : new Checked(null, Optional.empty());
    }
    // Before any work is done on it; normalization makes no text that much shorter.
    if (text.length() > 4L * maxLength) {
      return refused(pointer, tooLong());
    }
    if (!text.codePoints().allMatch(this::isGood)) {
      return refused(pointer, "has a character that is not allowed here");
    }
    String kept = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    return kept.codePointCount(0, kept.length()) > maxLength
        ? refused(pointer, tooLong())
        : new Checked(kept, Optional.empty());
  }

  private static Checked refused(String pointer, String detail) {
    return new Checked(null, Optional.of(new FieldError(pointer, detail)));
  }

  private String tooLong() {
    return "is longer than " + maxLength + " characters";
  }

  private boolean isGood(int character) {
    if (character == '\t' || character == '\n' || character == '\r') {
      return !singleLine;
    }
    // codePoints() pairs surrogates; one that is left over stands alone.
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.SURROGATE -> false;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> !singleLine;
      default -> !isNoncharacter(character) && !(singleLine && isBidiControl(character));
    };
  }

  private static boolean isNoncharacter(int character) {
    return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
  }

  private static boolean isBidiControl(int character) {
    return character == 0x061C
        || character == 0x200E
        || character == 0x200F
        || (character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069);
  }
}
