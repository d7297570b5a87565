package org.followthrough.reminder.mail;

/** Transparency of SMTP data, RFC 5321 section 4.5.2. */
final class DotStuffing {

  private static final byte[] END = {'.', '\r', '\n'};

  private DotStuffing() {}

  /** The mail with doubled leading dots, the final dot after it, and then what follows. */
  static byte[] end(byte[] mime, byte[] following) {
    boolean ended =
        mime.length > 1 && mime[mime.length - 2] == '\r' && mime[mime.length - 1] == '\n';
    int length = mime.length + doubled(mime) + (ended ? 0 : 2);
    byte[] result = new byte[length + END.length + following.length];
    copy(mime, result);
    if (!ended) {
      result[length - 2] = '\r';
      result[length - 1] = '\n';
    }
    System.arraycopy(END, 0, result, length, END.length);
    System.arraycopy(following, 0, result, length + END.length, following.length);
    return result;
  }

  /** Piece by piece, each up to a dot that is to be doubled: most mails are one piece. */
  private static void copy(byte[] mime, byte[] result) {
    int from = 0;
    int to = 0;
    for (int i = 0; i < mime.length; i++) {
      if (isLeadingDot(mime, i)) {
        System.arraycopy(mime, from, result, to, i - from);
        to += i - from;
        result[to++] = '.';
        from = i;
      }
    }
    System.arraycopy(mime, from, result, to, mime.length - from);
  }

  private static int doubled(byte[] mime) {
    int count = 0;
    for (int i = 0; i < mime.length; i++) {
      count += isLeadingDot(mime, i) ? 1 : 0;
    }
    return count;
  }

  private static boolean isLeadingDot(byte[] mime, int i) {
    return mime[i] == '.' && (i == 0 || mime[i - 1] == '\n');
  }
}
