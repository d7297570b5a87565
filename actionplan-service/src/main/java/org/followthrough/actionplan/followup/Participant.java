package org.followthrough.actionplan.followup;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A person in a follow-up, as far as its pages need them.
 *
 * @param managerId their current line manager, or null
 * @param gone left the organization or was erased
 */
public record Participant(
    UUID personId,
    String externalId,
    String name,
    String locale,
    String timeZone,
    UUID managerId,
    boolean gone) {

  /** Their time zone; UTC where it is not known or no zone. */
  public ZoneId zone() {
    try {
      return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
