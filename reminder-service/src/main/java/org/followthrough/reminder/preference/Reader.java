package org.followthrough.reminder.preference;

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
}
