package org.followthrough.reminder.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes a message in the one form that is hashed, kept and sent: 7 bit, CRLF, text and HTML as
 * alternatives, a calendar entry both as an alternative (clients that show it) and as a file.
 */
final class MimeWriter {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
  private static final Pattern NO_BOUNDARY = Pattern.compile("[^A-Za-z0-9]+");
  private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(16 * 1024);
  private final MailDraft draft;
  private final String boundary;

  private MimeWriter(MailDraft draft) {
    this.draft = draft;
    // "=_" cannot occur in quoted-printable or base64 text.
    this.boundary = "=_" + NO_BOUNDARY.matcher(draft.messageId()).replaceAll("");
  }

  static byte[] write(MailDraft draft) {
    var writer = new MimeWriter(draft);
    writer.headers();
    if (draft.calendar() == null) {
      writer.alternatives(writer.boundary);
    } else {
      writer.withFile();
    }
    return writer.out.toByteArray();
  }

  private void headers() {
    put(HeaderText.field("From", HeaderText.mailbox(draft.fromName(), draft.from())));
    put(HeaderText.field("To", HeaderText.mailbox(draft.toName(), draft.to())));
    put(HeaderText.text("Subject", draft.subject()));
    put(HeaderText.field("Date", date(draft.date())));
    put(HeaderText.field("Message-ID", draft.messageId()));
    draft.headers().forEach((name, value) -> put(HeaderText.field(name, value)));
    put("MIME-Version: 1.0\r\n");
  }

  static String date(Instant date) {
    return DATE.format(date.atOffset(ZoneOffset.UTC));
  }

  private void withFile() {
    String outer = boundary + "m";
    put("Content-Type: multipart/mixed; boundary=\"" + outer + "\"\r\n\r\n");
    put("--" + outer + "\r\n");
    alternatives(boundary);
    put("--" + outer + "\r\n");
    calendar("Content-Disposition: attachment; filename=\"invite.ics\"\r\n");
    put("--" + outer + "--\r\n");
  }

  private void alternatives(String inner) {
    put("Content-Type: multipart/alternative; boundary=\"" + inner + "\"\r\n\r\n");
    part(inner, "text/plain", draft.text());
    part(inner, "text/html", draft.html());
    if (draft.calendar() != null) {
      put("--" + inner + "\r\n");
      calendar("");
    }
    put("--" + inner + "--\r\n");
  }

  private void part(String inner, String type, String body) {
    put("--" + inner + "\r\n");
    put("Content-Type: " + type + "; charset=UTF-8\r\n");
    put("Content-Transfer-Encoding: quoted-printable\r\n\r\n");
    QuotedPrintable.write(body, out);
  }

  private void calendar(String disposition) {
    String method = draft.calendar().method();
    put("Content-Type: text/calendar; charset=UTF-8; method=" + method + "\r\n");
    put("Content-Transfer-Encoding: base64\r\n");
    put(disposition + "\r\n");
    out.writeBytes(BASE64.encode(draft.calendar().iCalendar().getBytes(UTF_8)));
    put("\r\n");
  }

  private void put(String ascii) {
    out.writeBytes(ascii.getBytes(US_ASCII));
  }
}
