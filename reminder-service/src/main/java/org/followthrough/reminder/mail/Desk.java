package org.followthrough.reminder.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.UUID;
import org.followthrough.reminder.calendar.TalkSlot;

/** What lies at hand while a letter is written: its words, its reader, its links. */
record Desk(MailMessages words, Letter letter, MailLinks links) {

  Recipient reader() {
    return letter.recipient();
  }

  private UUID person() {
    return reader().personId();
  }

  private Instant now() {
    return letter.moment();
  }

  String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
        .withLocale(reader().locale())
        .format(date);
  }

  String dateAndTime(ZonedDateTime at) {
    DateTimeFormatter time =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(reader().locale());
    return words.dateAndTime(date(at.toLocalDate()), time.format(at).replace('\u202f', ' '));
  }

  String planPage(LetterItem item, String page) {
    return links.plan(item.enrollmentId(), person(), page, now());
  }

  String talkPage(LetterItem item) {
    return links.talk(item.enrollmentId(), person(), item.talkKind(), now());
  }

  String calendar(LetterItem item) {
    return links.calendar(item.enrollmentId(), person(), item.talkKind(), now());
  }

  String question(LetterItem item, String option) {
    return links.question(item.content().boosterId(), person(), option, now());
  }

  String evaluation(LetterItem item) {
    String form = item.template().replaceFirst("^evaluation-(\\d+)m-", "m$1-");
    return links.evaluation(item.enrollmentId(), person(), form, now());
  }

  /** The proposal for this talk; talks of one mail do not overlap. */
  TalkSlot slot(LetterItem item) {
    return TalkSlot.proposedAt(now(), reader().zone(), letter.talkPosition(item.touchId()));
  }

  Footer footer(Content content) {
    return new Footer(
        content.because(),
        links.why(letter.envelopeId(), person(), now()),
        links.preferences(person(), now()),
        links.unsubscribe(person(), letter.category(), now()));
  }
}
