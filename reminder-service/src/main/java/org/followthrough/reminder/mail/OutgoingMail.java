package org.followthrough.reminder.mail;

import java.util.UUID;

/**
 * A mail as it goes over the wire.
 *
 * @param from the SMTP envelope's sender
 * @param to the SMTP envelope's one recipient
 * @param mime the whole message, lines ended by CRLF, 7 bit
 * @param latestStart by {@link System#nanoTime}; afterwards the claim may end before the
 *     transmission does, so none is begun
 */
public record OutgoingMail(UUID envelopeId, String from, String to, byte[] mime, long latestStart) {

  /**
   * Refuses what would not be an address in an SMTP command.
   *
   * @throws IllegalArgumentException if an address is none
   */
  public OutgoingMail {
    MailAddress.checked(from);
    MailAddress.checked(to);
  }

  boolean mayStart() {
    return latestStart - System.nanoTime() > 0;
  }

  @Override
  public String toString() {
    return "mail of envelope " + envelopeId;
  }
}
