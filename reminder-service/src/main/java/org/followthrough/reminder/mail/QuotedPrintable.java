package org.followthrough.reminder.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Quoted-printable, RFC 2045 section 6.7, of text whose lines end in LF or CRLF. */
final class QuotedPrintable {

  private static final int LINE = 75;
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(UTF_8);

  // A byte becomes three at most, and a soft line end takes three more after 25 of those.
  private static final int GROWTH = 4;

  private final byte[] encoded;
  private int length;
  private int column;

  private QuotedPrintable(int size) {
    this.encoded = new byte[GROWTH * size + GROWTH];
  }

  /** Appends the encoded text; the last line is ended. */
  static void write(String text, ByteArrayOutputStream out) {
    byte[] bytes = text.getBytes(UTF_8);
    var encoder = new QuotedPrintable(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      encoder.next(bytes, i);
    }
    if (encoder.column > 0) {
      encoder.endLine();
    }
    out.write(encoder.encoded, 0, encoder.length);
  }

  private void next(byte[] bytes, int i) {
    byte b = bytes[i];
    if (b == '\n') {
      endLine();
    } else if (b != '\r') {
      boolean atEnd = i + 1 == bytes.length || bytes[i + 1] == '\n' || bytes[i + 1] == '\r';
      boolean literal = b == ' ' || b == '\t' ? !atEnd : b > ' ' && b < 127 && b != '=';
      // "From " and a lone dot at a line's start are changed by some relays.
      boolean fragile = column == 0 && (b == '.' || b == 'F');
      put(b, literal && !fragile);
    }
  }

  private void put(byte b, boolean literal) {
    if (column + (literal ? 1 : 3) > LINE) {
      append('=');
      endLine();
    }
    if (literal) {
      append(b);
      column++;
    } else {
      append('=');
      append(HEX[(b >> 4) & 0xf]);
      append(HEX[b & 0xf]);
      column += 3;
    }
  }

  private void endLine() {
    append('\r');
    append('\n');
    column = 0;
  }

  private void append(int b) {
    encoded[length++] = (byte) b;
  }
}
