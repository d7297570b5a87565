package org.followthrough.reminder.preference;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** Finds the words of a language we write in. */
final class PageWords {

  private PageWords() {}

  static PageMessages in(String lang) {
    return lang.equals("en")
        ? MessageBundles.get(PageMessages.class)
        : MessageBundles.get(PageMessages.class, Localized.Literal.of(lang));
  }
}
