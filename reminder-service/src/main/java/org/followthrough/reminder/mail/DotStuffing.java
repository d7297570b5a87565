package org.followthrough.reminder.mail;

/** Transparency of SMTP data, RFC 5321 section 4.5.2. */
final class DotStuffing {

  private DotStuffing() {}

  /** The mail with doubled leading dots, and the final dot after it. */
  static byte[] end(byte[] mime) {
    boolean ended =
        mime.length > 1 && mime[mime.length - 2] == '\r' && mime[mime.length - 1] == '\n';
    byte[] result = new byte[mime.length + doubled(mime) + (ended ? 3 : 5)];
    int to = 0;
    for (int i = 0; i < mime.length; i++) {
      if (isLeadingDot(mime, i)) {
        result[to++] = '.';
      }
      result[to++] = mime[i];
    }
    String end = ended ? ".\r\n" : "\r\n.\r\n";
    for (int i = 0; i < end.length(); i++) {
      result[to++] = (byte) end.charAt(i);
    }
    return result;
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
