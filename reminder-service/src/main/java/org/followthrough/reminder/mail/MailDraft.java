package org.followthrough.reminder.mail;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that makes a message, before it has its wire form.
 *
 * @param headers further fields in their order; their values are plain ASCII
 * @param calendar an iCalendar object to be offered with the mail, or null
 */
record MailDraft(
    String fromName,
    String from,
    String toName,
    String to,
    String subject,
    Instant date,
    String messageId,
    Map<String, String> headers,
    String text,
    String html,
    Attachment calendar) {

  /** An iCalendar object and the method it says it has. */
  record Attachment(String method, String iCalendar) {}

  MailDraft {
    headers = new LinkedHashMap<>(headers);
  }
}
