package org.followthrough.reminder.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Quoted-printable, RFC 2045 section 6.7, of text whose lines end in LF or CRLF. */
final class QuotedPrintable {

  private static final int LINE = 75;
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(US_ASCII);

  // Of one character: four bytes of UTF-8, three for each, and before each a soft line end.
  private static final int MOST = 24;

  private final String text;
  private byte[] encoded;
  private int length;
  private int column;

  private QuotedPrintable(String text) {
    this.text = text;
    this.encoded = new byte[text.length() + text.length() / 4 + MOST];
  }

  /** Appends the encoded text; the last line is ended. */
  static void write(String text, ByteArrayOutputStream out) {
    var encoder = new QuotedPrintable(text);
    encoder.encode();
    out.write(encoder.encoded, 0, encoder.length);
  }

  private void encode() {
    for (int i = 0; i < text.length(); i++) {
      if (encoded.length - length < MOST) {
        encoded = Arrays.copyOf(encoded, encoded.length + encoded.length / 2 + MOST);
      }
      char c = text.charAt(i);
      if (c < 0x80) {
        ascii(c, i);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        utf8(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        // Half of a character becomes what Java makes of it everywhere.
        utf8(Character.isSurrogate(c) ? '?' : c);
      }
    }
    if (column > 0) {
      endLine();
    }
  }

  private void ascii(char c, int i) {
    if (c == '\n') {
      endLine();
    } else if (c > ' ' && c < 127 && c != '=') {
      // "From " and a lone dot at a line's start are changed by some relays.
      put(c, column > 0 || c != '.' && c != 'F');
    } else if (c != '\r') {
      put(c, (c == ' ' || c == '\t') && !isLineEnd(i + 1));
    }
  }

  private boolean isLineEnd(int i) {
    return i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r';
  }

  private void utf8(int point) {
    if (point < 0x80) {
      put(point, true);
    } else if (point < 0x800) {
      put(0xC0 | point >> 6, false);
      tail(point, 0);
    } else if (point < 0x10000) {
      put(0xE0 | point >> 12, false);
      tail(point, 6);
    } else {
      put(0xF0 | point >> 18, false);
      tail(point, 12);
    }
  }

  private void tail(int point, int from) {
    for (int shift = from; shift >= 0; shift -= 6) {
      put(0x80 | point >> shift & 0x3F, false);
    }
  }

  private void put(int b, boolean literal) {
    if (column + (literal ? 1 : 3) > LINE) {
      encoded[length++] = '=';
      endLine();
    }
    if (literal) {
      encoded[length++] = (byte) b;
      column++;
    } else {
      encoded[length++] = '=';
      encoded[length++] = HEX[b >> 4];
      encoded[length++] = HEX[b & 0xf];
      column += 3;
    }
  }

  private void endLine() {
    encoded[length++] = '\r';
    encoded[length++] = '\n';
    column = 0;
  }
}
