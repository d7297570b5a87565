package org.followthrough.reminder.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.followthrough.kit.page.Languages;
import org.followthrough.reminder.calendar.ICalendar;

/** Writes a letter in its reader's language and makes the message of it. */
@Singleton
public class LetterWriter {

  @CheckedTemplate(basePath = "mail")
  static class Templates {
    static native TemplateInstance letterHtml(
        Content content, Footer footer, MailMessages words, String lang, String hello);

    static native TemplateInstance letterText(
        Content content, Footer footer, MailMessages words, String hello);

    private Templates() {}
  }

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\p{Cs}]+");

  private final MailLinks links;
  private final MailSettings settings;

  LetterWriter(MailLinks links, MailSettings settings) {
    this.links = links;
    this.settings = settings;
  }

  /** The Message-ID of an envelope's mail, whatever the attempt. */
  public String messageId(Letter letter) {
    return "<" + letter.envelopeId() + "@" + settings.domain() + ">";
  }

  /**
   * Writes the whole mail.
   *
   * @param latestStart see {@link OutgoingMail}
   * @throws IllegalArgumentException if a header would hold control characters
   */
  public OutgoingMail write(Letter letter, long latestStart) {
    Recipient reader = letter.recipient();
    byte[] mime = MimeWriter.write(draft(letter));
    return new OutgoingMail(
        letter.envelopeId(), settings.from(), reader.address(), mime, latestStart);
  }

  MailDraft draft(Letter asked) {
    Recipient reader = asked.recipient();
    String lang = Languages.of(reader.locale().toLanguageTag());
    MailMessages words = words(lang);
    Letter letter = asked.naming(words.somebody(), words.someCourse());
    Desk desk = new Desk(words, lang, letter, links);
    Content content = content(letter.items(), desk);
    Footer footer = desk.footer(content);
    String hello = desk.words().hello(reader.name());
    return new MailDraft(
        settings.fromName(),
        settings.from(),
        oneLine(reader.name()),
        reader.address(),
        oneLine(content.subject()),
        letter.moment(),
        messageId(letter),
        headers(letter, footer, lang),
        Templates.letterText(content, footer, desk.words(), hello).render(),
        Templates.letterHtml(content, footer, desk.words(), lang, hello).render(),
        calendar(letter, desk));
  }

  static MailMessages words(String lang) {
    return lang.equals("en")
        ? MessageBundles.get(MailMessages.class)
        : MessageBundles.get(MailMessages.class, Localized.Literal.of(lang));
  }

  private static Content content(List<LetterItem> items, Desk desk) {
    if (items.size() > 1) {
      return DigestLetter.write(items, desk);
    }
    LetterItem item = items.get(0);
    return switch (item.template()) {
      case "pre-course-talk", "post-course-talk" -> TalkLetter.write(item, desk);
      case "pre-course-questions" -> PlanLetters.questions(item, desk);
      case "plan-invitation" -> PlanLetters.invitation(item, desk);
      case "plan-check-in" -> PlanLetters.checkIn(item, desk);
      case "booster" -> BoosterLetter.write(item, desk);
      default -> EvaluationLetter.write(item, desk);
    };
  }

  private Map<String, String> headers(Letter letter, Footer footer, String lang) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("List-Unsubscribe", "<" + footer.unsubscribe() + ">");
    headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    headers.put("List-Id", "<" + letter.category() + "." + settings.domain() + ">");
    headers.put("Auto-Submitted", "auto-generated");
    headers.put("X-Auto-Response-Suppress", "All");
    headers.put("X-Followthrough-Touch", touches(letter));
    headers.put("Content-Language", lang);
    return headers;
  }

  private static String touches(Letter letter) {
    return letter.items().stream()
        .map(item -> item.touchId().toString())
        .collect(Collectors.joining(", "));
  }

  private MailDraft.Attachment calendar(Letter letter, Desk desk) {
    List<LetterItem> talks = letter.items().stream().filter(LetterItem::isTalk).toList();
    // Mail clients show one entry only; a digest has a link for each talk.
    if (talks.size() != 1) {
      return null;
    }
    LetterItem item = talks.get(0);
    TalkEntry entry =
        new TalkEntry(
            item.enrollmentId(),
            item.talkKind(),
            item.occurrence(),
            letter.moment(),
            desk.slot(item),
            item.learnerName(),
            item.courseTitle(),
            desk.talkPage(item));
    return new MailDraft.Attachment(ICalendar.METHOD, entry.iCalendar(desk.words(), settings));
  }

  /** Names and titles may have been stored with line ends or other controls in them. */
  private static String oneLine(String text) {
    return CONTROLS.matcher(text).replaceAll(" ").strip();
  }
}
