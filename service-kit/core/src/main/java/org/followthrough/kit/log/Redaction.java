package org.followthrough.kit.log;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a text what no log may keep: link tokens, the secrets of API keys, mail addresses,
 * and the values that PostgreSQL quotes in its errors. A name in free text looks like any other
 * word, so this is the net below the rule that messages carry ids only.
 */
final class Redaction {

  private record Secret(Pattern form, String instead) {}

  // Each can begin at a few places only, or a long text would cost the square of its length.
  private static final List<Secret> SECRETS =
      List.of(
          secret("(?<![\\w.-])v1\\.([a-z0-9]{1,4})\\.[\\w-]{16,}(?:\\.[\\w-]*)?", "v1.$1.[link]"),
          secret("(?<![A-Za-z0-9])ft_([A-Za-z0-9]{1,32})_[\\w-]{16,}", "ft_$1_[secret]"),
          secret("(Key \\([^)\\n]{1,300}\\)=)\\(.*\\)", "$1([values])"),
          secret("(Failing row contains )\\(.*\\)", "$1([values])"),
          secret(
              "(?<![^\\s<>\"`'(),;:=\\[\\]{}|/@])"
                  + "[^\\s<>\"`(),;:=\\[\\]{}|/@]++@[\\p{L}\\d.-]+\\.\\p{L}{2,}",
              "[address]"));

  private Redaction() {}

  private static Secret secret(String form, String instead) {
    return new Secret(Pattern.compile(form), instead);
  }

  /** The text without secrets; the same object where it has none. */
  static String of(String text) {
    String clean = text;
    for (Secret secret : SECRETS) {
      var matcher = secret.form().matcher(clean);
      if (matcher.find()) {
        clean = matcher.replaceAll(secret.instead());
      }
    }
    return clean;
  }
}
