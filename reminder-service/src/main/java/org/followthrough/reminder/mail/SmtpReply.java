package org.followthrough.reminder.mail;

import java.util.List;
import java.util.Set;

/** One answer of a relay. */
record SmtpReply(int code, List<String> lines) {

  // RFC 4954, 6: the relay wants another login than ours, and says nothing about the mail.
  private static final Set<Integer> OURSELVES = Set.of(530, 534, 535, 538);

  SmtpReply {
    lines = List.copyOf(lines);
  }

  boolean isPositive() {
    return code >= 200 && code < 300;
  }

  boolean isGoAhead() {
    return code == 354;
  }

  boolean offers(String extension) {
    return lines.stream()
        .skip(1)
        .anyMatch(line -> line.equalsIgnoreCase(extension) || starts(line, extension));
  }

  /** The rest of the line that offers the extension, empty if none does. */
  String argumentOf(String extension) {
    return lines.stream()
        .skip(1)
        .filter(line -> starts(line, extension))
        .map(line -> line.substring(extension.length() + 1))
        .findFirst()
        .orElse("");
  }

  /** What a refusal means for the mail: it has not been taken, for now or for good. */
  Verdict refusal() {
    if (OURSELVES.contains(code)) {
      return Verdict.deferred(Verdict.LOGIN_REFUSED);
    }
    String reason = "smtp-" + code;
    return code >= 500 && code < 600 ? Verdict.failed(reason) : Verdict.deferred(reason);
  }

  private static boolean starts(String line, String extension) {
    return line.regionMatches(true, 0, extension + " ", 0, extension.length() + 1);
  }
}
