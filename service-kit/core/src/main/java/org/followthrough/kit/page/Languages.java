package org.followthrough.kit.page;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Set;

/** The languages our pages and mails are written in. */
public final class Languages {

  private static final Set<String> WRITTEN = Set.of("en", "de");

  private Languages() {}

  /** The language for a person's locale such as {@code de-AT}; English where we have no other. */
  public static String of(String locale) {
    if (locale == null) {
      return "en";
    }
    String language = Locale.forLanguageTag(locale.replace('_', '-')).getLanguage();
    return WRITTEN.contains(language) ? language : "en";
  }

  /**
   * The language a browser asks for, where the person is not known; English where it asks for none
   * of ours, or in a way that cannot be read.
   */
  public static String ofBrowser(HttpHeaders headers) {
    try {
      return headers.getAcceptableLanguages().stream()
          .map(Locale::getLanguage)
          .filter(WRITTEN::contains)
          .findFirst()
          .orElse("en");
    } catch (IllegalArgumentException | WebApplicationException e) {
      return "en";
    }
  }
}
