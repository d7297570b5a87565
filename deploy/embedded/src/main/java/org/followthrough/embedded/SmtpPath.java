package org.followthrough.embedded;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The argument of MAIL or RCPT: an address in angle brackets and its parameters. */
record SmtpPath(String address, List<String> parameters) {
  private static final Pattern MAIL = pattern("FROM");
  private static final Pattern RCPT = pattern("TO");
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>,\\t]+@[^@\\s<>,]+");

  SmtpPath {
    parameters = List.copyOf(parameters);
  }

  // Some clients put a space after the colon, against the RFC; all servers take it.
  private static Pattern pattern(String word) {
    return Pattern.compile(word + ":\\s?<([^<>]*)>(?:\\s+(.*))?", Pattern.CASE_INSENSITIVE);
  }

  static Optional<SmtpPath> ofMail(String argument) {
    return parse(MAIL, argument).filter(path -> path.address().isEmpty() || path.hasAddress());
  }

  static Optional<SmtpPath> ofRcpt(String argument) {
    return parse(RCPT, argument).filter(SmtpPath::hasAddress);
  }

  private boolean hasAddress() {
    return ADDRESS.matcher(address).matches();
  }

  private static Optional<SmtpPath> parse(Pattern pattern, String argument) {
    Matcher matcher = pattern.matcher(argument);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String parameters = matcher.group(2) == null ? "" : matcher.group(2).strip();
    return Optional.of(
        new SmtpPath(
            matcher.group(1),
            parameters.isEmpty() ? List.of() : List.of(parameters.split("\\s+"))));
  }
}
