package org.followthrough.reminder.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * Header fields: refused with control characters, encoded where not ASCII (RFC 2047), folded (RFC
 * 5322, 2.2.3). The one place where text becomes a header, so that none can smuggle in another.
 */
final class HeaderText {

  // RFC 2047: a line with an encoded word has at most 76 characters, the header's name among them.
  private static final int ENCODED_BYTES = 39;
  private static final int LINE = 76;

  private HeaderText() {}

  /** A whole field of free text, with its CRLF. */
  static String text(String name, String value) {
    refuseControls(value);
    return field(name, encode(value));
  }

  /** A whole field whose value is in its wire form already, with its CRLF. */
  static String field(String name, String value) {
    refuseControls(name);
    refuseControls(value);
    if (!isAscii(value)) {
      throw new IllegalArgumentException("a header is ASCII");
    }
    if (!isName(name)) {
      throw new IllegalArgumentException("not a header name");
    }
    return fold(name + ": " + value);
  }

  /** A mailbox: a display name, always quoted or encoded, and an address. */
  static String mailbox(String displayName, String address) {
    refuseControls(displayName);
    String checked = MailAddress.checked(address);
    if (displayName.isBlank()) {
      return checked;
    }
    String name =
        isAscii(displayName)
            ? '"' + displayName.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
            : encode(displayName);
    return name + " <" + checked + ">";
  }

  private static void refuseControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Both halves of a character beyond the first 65,536 are surrogates: only whole ones pass.
      if (Character.isSurrogate(c) && Character.isSupplementaryCodePoint(text.codePointAt(i))) {
        i++;
      } else if (Character.isISOControl(c)
          || c == 0x2028
          || c == 0x2029
          || Character.isSurrogate(c)) {
        throw new IllegalArgumentException("a header cannot hold control characters");
      }
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 127) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c == ':' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static String encode(String value) {
    // Text that looks like an encoded word is encoded too, or a reader would decode it.
    return isAscii(value) && !value.contains("=?") ? value : encodeWords(value);
  }

  private static String encodeWords(String value) {
    var words = new StringBuilder();
    var chunk = new StringBuilder();
    int bytes = 0;
    for (int c : value.codePoints().toArray()) {
      String next = Character.toString(c);
      int size = next.getBytes(UTF_8).length;
      if (bytes + size > ENCODED_BYTES) {
        words.append(word(chunk)).append(' ');
        chunk.setLength(0);
        bytes = 0;
      }
      chunk.append(next);
      bytes += size;
    }
    return words.append(word(chunk)).toString();
  }

  private static String word(CharSequence chunk) {
    byte[] bytes = chunk.toString().getBytes(UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }

  private static String fold(String field) {
    var lines = new StringBuilder();
    int start = 0;
    while (field.length() - start > LINE) {
      int space = lastSpace(field, start);
      if (space < 0) {
        break;
      }
      lines.append(field, start, space).append("\r\n");
      start = space;
    }
    return lines.append(field, start, field.length()).append("\r\n").toString();
  }

  /** The last space at which the line can end with text before it and after it; else the next. */
  private static int lastSpace(String field, int start) {
    int space = field.lastIndexOf(' ', start + LINE);
    int earliest = Math.max(start + 1, field.indexOf(':') + 2);
    return space >= earliest ? space : field.indexOf(' ', Math.max(start + LINE, earliest));
  }
}
