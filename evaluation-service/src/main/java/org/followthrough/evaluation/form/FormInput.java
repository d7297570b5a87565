package org.followthrough.evaluation.form;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.followthrough.evaluation.followup.Answers;
import org.followthrough.evaluation.followup.Applied;

/**
 * What came with the form, as it came. All of it is kept for the page, so that nobody has to type
 * twice.
 */
record FormInput(String rating, String applied, String example, String helped, String hindered) {

  static final int LONGEST = 2_000;

  /** What is wrong with a field. */
  enum Fault {
    MISSING,
    TOO_LONG,
    UNREADABLE
  }

  FormInput {
    rating = trimmed(rating);
    applied = trimmed(applied);
    example = text(example);
    helped = text(helped);
    hindered = text(hindered);
  }

  static FormInput empty() {
    return new FormInput(null, null, null, null, null);
  }

  static FormInput of(Answers answers) {
    return new FormInput(
        Integer.toString(answers.rating()),
        answers.applied().wire(),
        answers.example(),
        answers.helped(),
        answers.hindered());
  }

  /** Faults by field, in the order of the page; empty where all is well. */
  Map<String, Fault> faults() {
    var faults = new LinkedHashMap<String, Fault>();
    if (!rating.matches("[1-9]|10")) {
      faults.put("rating", Fault.MISSING);
    }
    if (Applied.of(applied).isEmpty()) {
      faults.put("applied", Fault.MISSING);
    }
    check("example", example, faults);
    check("helped", helped, faults);
    check("hindered", hindered, faults);
    return faults;
  }

  /** The answers; only where there are no faults. */
  Answers answers() {
    return new Answers(
        Integer.parseInt(rating),
        Applied.of(applied).orElseThrow(),
        orNull(example),
        orNull(helped),
        orNull(hindered));
  }

  private static void check(String field, String text, Map<String, Fault> faults) {
    if (text.length() > LONGEST) {
      faults.put(field, Fault.TOO_LONG);
    } else if (text.codePoints().anyMatch(FormInput::isUnreadable)) {
      faults.put(field, Fault.UNREADABLE);
    }
  }

  // Controls, halves of surrogate pairs, and marks that turn the direction of what follows.
  private static boolean isUnreadable(int c) {
    return (Character.isISOControl(c) && c != '\n' && c != '\t')
        || Character.getType(c) == Character.SURROGATE
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static String trimmed(String value) {
    return value == null ? "" : value.strip();
  }

  private static String text(String value) {
    return Normalizer.normalize(trimmed(value).replace("\r\n", "\n"), Normalizer.Form.NFC);
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
