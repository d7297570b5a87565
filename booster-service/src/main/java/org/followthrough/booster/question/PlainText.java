package org.followthrough.booster.question;

import java.text.Normalizer;
import java.util.Optional;

/** Text that a page, a mail and a database can all carry. */
final class PlainText {

  private PlainText() {}

  /** One form for the same text: composed characters, line feeds only, no space around it. */
  static String normalize(String text) {
    return text == null
        ? ""
        : Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
            .strip();
  }

  /** What is wrong with it, if anything. */
  static Optional<String> fault(String text, int longest) {
    if (text.length() > longest) {
      return Optional.of("has more than " + longest + " characters");
    }
    boolean unfit = text.codePoints().anyMatch(PlainText::isUnfit);
    return unfit
        ? Optional.of("has a control character, half a surrogate pair or a direction override")
        : Optional.empty();
  }

  private static boolean isUnfit(int codePoint) {
    return isControl(codePoint)
        || isWithin(codePoint, 0x202a, 0x202e)
        || isWithin(codePoint, 0x2066, 0x2069)
        || isWithin(codePoint, 0xd800, 0xdfff);
  }

  private static boolean isControl(int codePoint) {
    return codePoint != '\t'
        && codePoint != '\n'
        && (codePoint < 0x20 || isWithin(codePoint, 0x7f, 0x9f));
  }

  private static boolean isWithin(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}
