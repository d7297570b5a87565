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
    boolean control =
        codePoint < 0x20 && codePoint != '\t' && codePoint != '\n'
            || codePoint >= 0x7f && codePoint <= 0x9f;
    boolean direction =
        codePoint >= 0x202a && codePoint <= 0x202e || codePoint >= 0x2066 && codePoint <= 0x2069;
    return control || direction || codePoint >= 0xd800 && codePoint <= 0xdfff;
  }
}
