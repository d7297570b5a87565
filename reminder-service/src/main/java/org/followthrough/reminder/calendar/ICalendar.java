package org.followthrough.reminder.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes RFC 5545 in UTC, lines folded at 75 octets. */
public final class ICalendar {

  /** RFC 5546: an entry to take over, without anybody to reply to. */
  public static final String METHOD = "PUBLISH";

  private static final int LINE = 75;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder out = new StringBuilder(1024);

  private ICalendar() {}

  public static String write(TalkInvitation talk) {
    var calendar = new ICalendar();
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//Followthrough//Reminder//EN");
    calendar.line("METHOD", METHOD);
    calendar.event(talk);
    calendar.line("END", "VCALENDAR");
    return calendar.out.toString();
  }

  private void event(TalkInvitation talk) {
    line("BEGIN", "VEVENT");
    line("UID", talk.uid());
    line("SEQUENCE", Integer.toString(talk.sequence()));
    line("DTSTAMP", utc(talk.madeAt()));
    line("DTSTART", utc(talk.slot().start().toInstant()));
    line("DTEND", utc(talk.slot().end()));
    line("SUMMARY", escape(talk.summary()));
    line("DESCRIPTION", escape(talk.description()));
    line("URL", talk.url());
    line("ORGANIZER", "mailto:" + talk.organizer());
    line("STATUS", "TENTATIVE");
    line("TRANSP", "OPAQUE");
    alarm(talk);
    line("END", "VEVENT");
  }

  private void alarm(TalkInvitation talk) {
    line("BEGIN", "VALARM");
    line("ACTION", "DISPLAY");
    line("TRIGGER", "-PT10M");
    line("DESCRIPTION", escape(talk.summary()));
    line("END", "VALARM");
  }

  private static String utc(Instant instant) {
    return UTC.format(instant);
  }

  /** RFC 5545, 3.3.11; control characters have no place in a calendar. */
  static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\n")
        .replace("\n", "\\n")
        .replaceAll("\\p{Cntrl}", " ");
  }

  private void line(String name, String value) {
    int octets = 0;
    for (int c : (name + ":" + value).codePoints().toArray()) {
      String next = Character.toString(c);
      int size = next.getBytes(UTF_8).length;
      if (octets + size > LINE) {
        out.append("\r\n ");
        octets = 1;
      }
      out.append(next);
      octets += size;
    }
    out.append("\r\n");
  }
}
