package org.followthrough.reminder.dispatch;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.reminder.calendar.TimeZones;
import org.followthrough.reminder.mail.MailAddress;
import org.followthrough.reminder.mail.Recipient;

/**
 * A person as known at the moment of dispatch.
 *
 * @param leaveUntil first day back at work, or null
 * @param gone left the organization
 */
record Contact(
    UUID personId,
    String email,
    String name,
    String timeZone,
    String locale,
    LocalDate leaveUntil,
    boolean gone) {

  ZoneId zone() {
    return TimeZones.of(timeZone);
  }

  boolean isOnLeave(LocalDate day) {
    return leaveUntil != null && leaveUntil.isAfter(day);
  }

  /** Empty if no mail can be sent to this person. */
  Optional<Recipient> recipient() {
    return MailAddress.sendable(email)
        .map(
            address ->
                new Recipient(personId, address, name == null ? "" : name, zone(), language()));
  }

  private Locale language() {
    return locale == null ? Locale.ENGLISH : Locale.forLanguageTag(locale.replace('_', '-'));
  }

  @Override
  public String toString() {
    return "person " + personId;
  }
}
