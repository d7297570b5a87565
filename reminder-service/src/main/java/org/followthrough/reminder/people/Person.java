package org.followthrough.reminder.people;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * What planning needs of a person.
 *
 * @param managerId null where HR has not told it
 * @param gone has left the organization
 */
public record Person(UUID personId, ZoneId zone, UUID managerId, boolean gone) {

  /** The zone of that name; UTC where it is missing or unknown to this platform. */
  public static ZoneId zoneOf(String timeZone) {
    if (timeZone == null) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
