package org.followthrough.reminder.mail;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.UUID;
import org.followthrough.reminder.calendar.TalkSlot;

/** What lies at hand while a letter is written: its words, its reader, its links. */
record Desk(MailMessages words, String lang, Letter letter, MailLinks links) {

  // Day before month, and 24 hours: as most of those write who read English as another language.
  private static final Locale FOREIGN_READERS = Locale.UK;

  Recipient reader() {
    return letter.recipient();
  }

  private UUID person() {
    return reader().personId();
  }

  private Instant now() {
    return letter.moment();
  }

  /** The reader's own, such as Austrian German, unless the letter is in another language. */
  private Locale locale() {
    Locale own = reader().locale();
    return own.getLanguage().equals(lang) ? own : FOREIGN_READERS;
  }

  String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale()).format(date);
  }

  String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    format.setMinimumFractionDigits(whole ? 0 : 2);
    format.setMaximumFractionDigits(2);
    return format.format(number);
  }

  String dateAndTime(ZonedDateTime at) {
    DateTimeFormatter time =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale());
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
