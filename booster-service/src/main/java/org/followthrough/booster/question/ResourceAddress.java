package org.followthrough.booster.question;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Which addresses a page of ours may lead to: https, a host by its plain name, nobody's login. */
final class ResourceAddress {

  private static final int LONGEST = 1_000;

  private ResourceAddress() {}

  static Optional<String> fault(String url) {
    if (url.length() > LONGEST) {
      return Optional.of("has more than " + LONGEST + " characters");
    }
    try {
      URI uri = new URI(url);
      boolean good =
          "https".equalsIgnoreCase(uri.getScheme())
              && uri.getRawUserInfo() == null
              && isHostName(uri.getHost());
      return good ? Optional.empty() : refusal();
    } catch (URISyntaxException e) {
      return refusal();
    }
  }

  // No IP address and no punycode: people must be able to read where a link leads.
  private static boolean isHostName(String host) {
    if (host == null || host.length() > 253) {
      return false;
    }
    String[] labels = host.toLowerCase(Locale.ROOT).split("\\.", -1);
    for (String label : labels) {
      if (!label.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?") || label.startsWith("xn--")) {
        return false;
      }
    }
    return labels.length > 1 && labels[labels.length - 1].matches("[a-z]{2,63}");
  }

  private static Optional<String> refusal() {
    return Optional.of("must be an https address with a host name, e.g. https://example.org/page");
  }
}
