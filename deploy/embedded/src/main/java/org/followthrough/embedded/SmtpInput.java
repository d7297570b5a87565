package org.followthrough.embedded;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of one client: command lines and dot-stuffed bodies. */
final class SmtpInput {
  private static final int LINE_LIMIT = 4096;

  private final InputStream in;
  private final byte[] buffer = new byte[16 * 1024];
  private int next;
  private int end;

  SmtpInput(InputStream in) {
    this.in = in;
  }

  /** Whether the client has sent more than was read: the sign of a pipelined command. */
  boolean hasMore() {
    return next < end;
  }

  /**
   * The line without its end; null when it is too long and was skipped, which may happen at any
   * length.
   */
  String readCommand() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    boolean tooLong = false;
    for (int octet = read(); octet != '\n'; octet = read()) {
      tooLong |= line.size() >= LINE_LIMIT;
      if (!tooLong) {
        line.write(octet);
      }
    }
    return tooLong ? null : line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  /**
   * Reads up to and with the line that is a single dot.
   *
   * @param limit what is longer is read to its end but not kept
   * @param afterFirstLine runs as soon as the first line was read; may throw to end the dialogue
   * @return null when the body is longer than the limit
   */
  byte[] readBody(int limit, Checkpoint afterFirstLine) throws IOException {
    Body body = new Body(limit);
    boolean first = true;
    while (readBodyLine(body)) {
      if (first) {
        afterFirstLine.pass();
        first = false;
      }
    }
    return body.whole();
  }

  // Only CR LF ends a line (RFC 5321 2.3.8): else a bare LF and a dot could smuggle a second mail.
  private boolean readBodyLine(Body body) throws IOException {
    int octet = read();
    if (octet == '.') {
      octet = read();
      if (octet == '\r') {
        octet = read();
        if (octet == '\n') {
          return false;
        }
        body.add('\r');
      }
    }
    for (int previous = -1; ; previous = octet, octet = read()) {
      body.add(octet);
      if (octet == '\n' && previous == '\r') {
        return true;
      }
    }
  }

  private int read() throws IOException {
    if (next == end) {
      next = 0;
      end = Math.max(0, in.read(buffer));
      if (end == 0) {
        throw new EOFException("the client is gone");
      }
    }
    return buffer[next++] & 0xff;
  }

  interface Checkpoint {
    void pass() throws IOException;
  }

  private static final class Body {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(8 * 1024);
    private final int limit;
    private boolean tooLong;

    Body(int limit) {
      this.limit = limit;
    }

    void add(int octet) {
      tooLong |= kept.size() >= limit;
      if (!tooLong) {
        kept.write(octet);
      }
    }

    byte[] whole() {
      return tooLong ? null : kept.toByteArray();
    }
  }
}
