package org.followthrough.enrollment.intake;

import java.util.Arrays;
import java.util.function.Consumer;

/** Splits bytes into lines as they come; a line longer than the limit is dropped and told. */
final class LineSplitter {

  static final int LONGEST = 256 * 1024;

  private final Consumer<byte[]> onLine;
  private final Runnable onTooLong;
  private byte[] begun = new byte[0];
  private boolean tooLong;

  LineSplitter(Consumer<byte[]> onLine, Runnable onTooLong) {
    this.onLine = onLine;
    this.onTooLong = onTooLong;
  }

  void feed(byte[] bytes) {
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        append(bytes, start, i);
        finish();
        start = i + 1;
      }
    }
    append(bytes, start, bytes.length);
  }

  void end() {
    if (tooLong || begun.length > 0) {
      finish();
    }
  }

  private void append(byte[] bytes, int start, int end) {
    int length = end - start;
    if (tooLong || begun.length + length > LONGEST) {
      tooLong = true;
      begun = new byte[0];
    } else if (begun.length == 0) {
      begun = Arrays.copyOfRange(bytes, start, end);
    } else if (length > 0) {
      int before = begun.length;
      begun = Arrays.copyOf(begun, before + length);
      System.arraycopy(bytes, start, begun, before, length);
    }
  }

  private void finish() {
    byte[] line = begun;
    boolean dropped = tooLong;
    begun = new byte[0];
    tooLong = false;
    if (dropped) {
      onTooLong.run();
    } else {
      onLine.accept(line);
    }
  }
}
