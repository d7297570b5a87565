package org.followthrough.embedded;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class MailHeaders {
  private static final int LIMIT = 64 * 1024;
  private static final Pattern MESSAGE_ID =
      Pattern.compile(
          "^Message-ID:[ \\t]*(?:\\r?\\n[ \\t]+)?(\\S*)",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final Pattern END = Pattern.compile("\\r?\\n\\r?\\n");

  private MailHeaders() {}

  /** Without the cost of parsing the whole mail. */
  static String messageId(byte[] mail) {
    String start = new String(mail, 0, Math.min(mail.length, LIMIT), StandardCharsets.ISO_8859_1);
    Matcher end = END.matcher(start);
    String headers = end.find() ? start.substring(0, end.start()) : start;
    Matcher id = MESSAGE_ID.matcher(headers);
    return id.find() ? id.group(1) : "";
  }
}
