package org.followthrough.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

final class SmtpParameters {
  private static final Set<String> BODIES = Set.of("BODY=7BIT", "BODY=8BITMIME");
  private static final Pattern SIZE = Pattern.compile("SIZE=\\d{1,18}");

  private SmtpParameters() {}

  static Optional<String> problemOfMail(List<String> parameters) {
    return parameters.stream()
        .map(parameter -> problem(parameter.toUpperCase(Locale.ROOT)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> problem(String parameter) {
    if (BODIES.contains(parameter)) {
      return Optional.empty();
    }
    if (!SIZE.matcher(parameter).matches()) {
      return Optional.of("555 5.5.4 Unknown parameter");
    }
    long size = Long.parseLong(parameter.substring("SIZE=".length()));
    return size > SmtpSession.SIZE_LIMIT
        ? Optional.of("552 5.3.4 Message too big")
        : Optional.empty();
  }
}
