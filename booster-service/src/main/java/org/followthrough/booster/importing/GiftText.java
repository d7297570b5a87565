package org.followthrough.booster.importing;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds signs in GIFT text that no backslash escapes, and takes the backslashes away at the end.
 */
final class GiftText {

  private GiftText() {}

  /** The first place of the sign from there on, or -1. */
  static int find(String text, String sign, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.startsWith(sign, i)) {
        return i;
      }
    }
    return -1;
  }

  /** The places of every one of the signs. */
  static List<Integer> findAll(String text, String signs) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (signs.indexOf(text.charAt(i)) >= 0) {
        places.add(i);
      }
    }
    return places;
  }

  /** What the writer meant: {@code \n} is a line break, any other escaped sign is itself. */
  static String plain(String text) {
    var plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '\\' && i + 1 < text.length()) {
        i++;
        plain.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
      } else {
        plain.append(sign);
      }
    }
    return plain.toString().strip();
  }
}
