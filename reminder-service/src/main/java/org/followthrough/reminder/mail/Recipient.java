package org.followthrough.reminder.mail;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * Whom a mail is to.
 *
 * @param address in the form that goes over the wire, see {@link MailAddress#sendable}
 * @param zone where the person is
 * @param locale as the HR system gave it; our texts are in the language nearest to it
 */
public record Recipient(UUID personId, String address, String name, ZoneId zone, Locale locale) {

  @Override
  public String toString() {
    return "recipient " + personId;
  }
}
