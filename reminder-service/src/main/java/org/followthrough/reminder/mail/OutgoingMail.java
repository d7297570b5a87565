package org.followthrough.reminder.mail;

import java.util.UUID;

/**
 * A mail as it goes over the wire.
 *
 * @param from the SMTP envelope's sender
 * @param to the SMTP envelope's one recipient
 * @param mime the whole message, lines ended by CRLF, 7 bit
 */
public record OutgoingMail(UUID envelopeId, String from, String to, byte[] mime) {}
