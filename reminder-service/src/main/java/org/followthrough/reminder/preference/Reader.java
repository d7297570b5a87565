package org.followthrough.reminder.preference;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.followthrough.kit.page.Languages;

/**
 * The person who opened a page.
 *
 * @param manages whether somebody's manager
 * @param ended the categories this person has ended
 */
record Reader(
    UUID personId,
    UUID organizationId,
    String locale,
    String timeZone,
    boolean manages,
    Set<String> ended) {

  Reader {
    ended = Set.copyOf(ended);
  }

  String lang() {
    return Languages.of(locale);
  }

  /** How dates are written: in the page's language, in the reader's own way where that is known. */
  Locale dateLocale() {
    if (locale == null) {
      return Locale.ENGLISH;
    }
    Locale own = Locale.forLanguageTag(locale.replace('_', '-'));
    return own.getLanguage().equals(lang()) ? own : Locale.UK;
  }
}
