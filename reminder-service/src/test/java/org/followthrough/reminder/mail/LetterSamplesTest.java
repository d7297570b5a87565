package org.followthrough.reminder.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.followthrough.embedded.MailView;
import org.followthrough.kit.link.LinkVerdict;
import org.followthrough.kit.link.SignedLinks;
import org.followthrough.kit.testing.WithStack;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mail in each language; the samples under target/mail-samples are for looking at. */
@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "reminder")
@WithTestResource(FreeMailPort.class)
class LetterSamplesTest {

  private static final Instant NOW = Instant.parse("2027-01-20T08:00:00Z");
  private static final Pattern MYTHS =
      Pattern.compile("\\b(10|65|70|80|90|95) ?%|per ?cent|Prozent", Pattern.CASE_INSENSITIVE);
  private static final Pattern TOKENS = Pattern.compile("v1\\.t1\\.[\\w-]{40,}\\.[\\w-]{20,}");
  private static final List<String> TEMPLATES =
      List.of(
          "pre-course-talk",
          "pre-course-questions",
          "plan-invitation",
          "post-course-talk",
          "plan-check-in",
          "booster",
          "evaluation-3m-learner",
          "evaluation-3m-manager",
          "evaluation-12m-learner",
          "evaluation-12m-manager");

  @Inject LetterWriter writer;
  @Inject SignedLinks signed;

  static LetterItem item(String template, String learner, String course) {
    return item("en", template, learner, course);
  }

  private static LetterItem item(String locale, String template, String learner, String course) {
    boolean german = locale.equals("de");
    boolean manager = template.endsWith("talk") || template.endsWith("manager");
    String category =
        template.endsWith("talk")
            ? "talks"
            : template.equals("booster")
                ? "boosters"
                : template.startsWith("evaluation") ? "evaluations" : "plans";
    return new LetterItem(
        UUID.randomUUID(),
        UUID.randomUUID(),
        template,
        category,
        manager ? "manager" : "learner",
        0,
        learner,
        course,
        german
            ? List.of(
                "Spricht das Thema in der ersten Minute an",
                "Stellt eine offene Frage, bevor sie antwortet",
                "Beendet jeden Besuch mit einem vereinbarten nächsten Schritt")
            : List.of(
                "Names the issue in the first minute",
                "Asks one open question before answering",
                "Ends each visit with an agreed next step"),
        new BigDecimal("1890.50"),
        german ? germanContent() : content());
  }

  private static ItemContent germanContent() {
    return new ItemContent(
        UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000007"),
        "Ein Kunde wird laut. Was sagen Sie zuerst?",
        List.of(
            new ItemContent.Option("A", "Bitte beruhigen Sie sich."),
            new ItemContent.Option(
                "B", "Sie ärgern sich über die Verspätung. Was ist Ihnen jetzt am wichtigsten?"),
            new ItemContent.Option("C", "Ich hole meine Vorgesetzte.")),
        "Besuche enden mit einem vereinbarten nächsten Schritt",
        List.of(
            new ItemContent.PlannedAction(
                "ein Kunde laut wird",
                "benenne ich das Problem in einem Satz und frage, was am wichtigsten ist")),
        LocalDate.of(2027, 1, 27),
        LocalDate.of(2027, 1, 28),
        LocalDate.of(2027, 1, 18),
        "m3",
        4);
  }

  private static ItemContent content() {
    return new ItemContent(
        UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000007"),
        "A customer shouts. What do you say first?",
        List.of(
            new ItemContent.Option("A", "Calm down, please."),
            new ItemContent.Option(
                "B", "You are angry about the delay. What matters most to you now?"),
            new ItemContent.Option("C", "I will get my supervisor.")),
        "Visits end with an agreed next step",
        List.of(
            new ItemContent.PlannedAction(
                "When a customer raises their voice",
                "I name the issue in one sentence and ask what matters most")),
        LocalDate.of(2027, 1, 27),
        LocalDate.of(2027, 1, 28),
        LocalDate.of(2027, 1, 18),
        "m3",
        4);
  }

  private static Letter letter(String locale, LetterItem... items) {
    String name = locale.startsWith("de") ? "Jürgen Müller-Lüdenscheidt" : "Bea Marín";
    return new Letter(
        UUID.randomUUID(),
        new Recipient(
            UUID.randomUUID(),
            "bea@example.org",
            name,
            ZoneId.of("Europe/Madrid"),
            Locale.forLanguageTag(locale)),
        NOW,
        List.of(items));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyMailShouldBeWellMade(String locale) throws Exception {
    boolean german = locale.equals("de");
    String talks = german ? "Schwierige Gespräche führen" : "Difficult conversations";
    String lead = german ? "Neu in der Teamleitung" : "First-time team lead";
    String lifting = german ? "Sicher heben" : "Safe lifting";
    for (String template : TEMPLATES) {
      check(template, locale, letter(locale, item(locale, template, "Ana López", talks)));
    }
    check(
        "digest",
        locale,
        letter(
            locale,
            item(locale, "pre-course-talk", "Ana López", talks),
            item(locale, "pre-course-talk", "Ben Ng", talks),
            item(locale, "post-course-talk", "Cleo Adeyemi", lead),
            item(locale, "evaluation-3m-manager", "Dana Fox", lifting)));
    check(
        "digest-learner",
        locale,
        letter(
            locale,
            item(locale, "plan-check-in", "Ana López", talks),
            item(locale, "evaluation-3m-learner", "Ana López", lifting)));
  }

  private void check(String name, String locale, Letter letter) throws Exception {
    byte[] mime = writer.write(letter, Long.MAX_VALUE).mime();
    MailView mail = MailView.parse(mime);
    save(name + "-" + locale, mime, mail.html());
    Document html = Jsoup.parse(mail.html());

    assertThat(html.select("html").attr("lang")).isEqualTo(locale);
    assertThat(html.select("img:not([alt]), script, link, form")).isEmpty();
    assertThat(html.select("h1")).hasSize(1);
    assertThat(mail.subject()).isNotBlank().doesNotContain("{", "NOT_FOUND");
    // Tokens are random letters: one of them may well spell a word.
    assertThat(TOKENS.matcher(mail.html() + mail.text()).replaceAll("token"))
        .doesNotContain("NOT_FOUND")
        .doesNotContain("null");
    assertThat(MYTHS.matcher(mail.text() + html.text()).find()).isFalse();
    assertThat(mail.html().length()).as("Gmail cuts longer mails").isLessThan(100_000);
    for (Element link : html.select("a[href]")) {
      assertThat(link.attr("href")).startsWith("http://localhost:8080/").hasSizeLessThan(200);
      boolean hidden = link.parents().is("[aria-hidden=true]");
      assertThat(hidden || mail.text().contains(link.attr("href")))
          .as("%s is in the text part", link.text())
          .isTrue();
    }
    assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.header("X-Auto-Response-Suppress")).isEqualTo("All");
    assertThat(mail.header("X-Followthrough-Touch").split(",\\s*"))
        .containsExactlyElementsOf(
            letter.items().stream().map(item -> item.touchId().toString()).toList());
    new String(mime, UTF_8)
        .lines()
        .forEach(line -> assertThat(line.length()).as("line length").isLessThan(200));
  }

  private static void save(String name, byte[] mime, String html) throws Exception {
    Path directory = Path.of("target", "mail-samples");
    Files.createDirectories(directory);
    Files.write(directory.resolve(name + ".eml"), mime);
    Files.writeString(directory.resolve(name + ".html"), html);
  }

  @Test
  void talkShouldComeWithAnEntryThatCalendarsRead() throws Exception {
    LetterItem item = item("pre-course-talk", "Ana; López, née\nX", "Schwierige Gespräche führen");
    byte[] mime = writer.write(letter("de", item), Long.MAX_VALUE).mime();
    String written = MailView.parse(mime).calendar();

    Calendar calendar = new CalendarBuilder().build(new StringReader(written));

    calendar.validate(true);
    VEvent event = (VEvent) calendar.getComponent(Component.VEVENT).orElseThrow();
    assertThat(event.getUid().orElseThrow().getValue())
        .isEqualTo(item.enrollmentId() + "-before@followthrough.example");
    assertThat(written).contains("METHOD:PUBLISH\r\n", "SEQUENCE:0\r\n");
    assertThat(new String(mime, UTF_8)).contains("text/calendar; charset=UTF-8; method=PUBLISH");
    // Wednesday 20 January: two working days ahead, 10:00 in Madrid.
    assertThat(written).contains("DTSTART:20270122T090000Z\r\n", "DTEND:20270122T092000Z\r\n");
    for (String line : written.split("\r\n")) {
      assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75);
    }
    assertThat(written.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(event.getSummary().getValue()).contains("Ana; López, née");
  }

  @Test
  void digestShouldProposeTalksOneAfterTheOther() throws Exception {
    Letter letter =
        letter(
            "en",
            item("pre-course-talk", "Ana", "Difficult conversations"),
            item("post-course-talk", "Ben", "Difficult conversations"));

    String text = MailView.parse(writer.write(letter, Long.MAX_VALUE).mime()).text();

    assertThat(text).contains("Friday, January 22, 2027 at 10:00", "January 22, 2027 at 10:30");
  }

  @Test
  void datesShouldBeInTheLettersLanguage() throws Exception {
    assertThat(text("es", item("pre-course-talk", "Ana", "Safe lifting")))
        .contains("on Wednesday, 27 January 2027.", "Friday, 22 January 2027 at 10:00?");
    assertThat(text("en-US", item("pre-course-talk", "Ana", "Safe lifting")))
        .contains("on Wednesday, January 27, 2027.", "Friday, January 22, 2027 at 10:00 AM?");
    assertThat(text("de-AT", item("pre-course-talk", "Ana", "Sicher heben")))
        .contains("am Mittwoch, 27. Jänner 2027.", "Freitag, 22. Jänner 2027 um 10:00 Uhr?");
  }

  @Test
  void planShouldReadAsASentenceHoweverItsMomentIsPut() throws Exception {
    assertThat(checkIn("en", "a customer shouts", "I name the issue"))
        .contains("> When a customer shouts, then I name the issue");
    assertThat(checkIn("en", "When a customer shouts, ", "then I name the issue"))
        .contains("> When a customer shouts, then I name the issue");
    assertThat(checkIn("en", "Before each visit", "I write my question down"))
        .contains("> Before each visit: I write my question down");
    assertThat(checkIn("de", "ein Kunde laut wird", "benenne ich das Problem"))
        .contains("> Wenn ein Kunde laut wird, dann benenne ich das Problem");
    assertThat(checkIn("de", "Sobald ein Kunde laut wird", "benenne ich das Problem"))
        .contains("> Sobald ein Kunde laut wird: benenne ich das Problem");
  }

  private String checkIn(String locale, String situation, String action) throws Exception {
    var planned = new ItemContent.PlannedAction(situation, action);
    var content =
        new ItemContent(null, null, null, null, List.of(planned), null, null, null, null, null);
    return text(
        locale,
        new LetterItem(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "plan-check-in",
            "plans",
            "learner",
            0,
            "Ana",
            "Difficult conversations",
            List.of(),
            null,
            content));
  }

  private String text(String locale, LetterItem item) throws Exception {
    return MailView.parse(writer.write(letter(locale, item), Long.MAX_VALUE).mime()).text();
  }

  @Test
  void everyOptionOfABoosterShouldHaveItsLinkAndTheCanaryNoReader() throws Exception {
    Letter letter = letter("en", item("booster", "Bea", "Difficult conversations"));
    MailView mail = MailView.parse(writer.write(letter, Long.MAX_VALUE).mime());

    List<String> options =
        Jsoup.parse(mail.html()).select("a[href*=/q/]").stream()
            .map(link -> option(link.attr("href")))
            .toList();

    assertThat(options).containsExactly("A", "B", "C", "canary");
    long visible = mail.text().lines().filter(line -> line.contains("/q/")).count();
    assertThat(visible).isEqualTo(3);
  }

  private String option(String url) {
    String token = url.substring(url.lastIndexOf('/') + 1);
    LinkVerdict verdict = signed.verify(token, "q");
    // Signed for 30 days from the mail's moment, which is ahead of or behind this machine's clock.
    return verdict instanceof LinkVerdict.Valid valid ? valid.link().option() : "expired";
  }

  @Test
  void hostileNamesShouldStayText() throws Exception {
    String evil = "<img src=x onerror=alert(1)>\r\nBcc: all@example.org";
    Letter letter = letter("en", item("pre-course-talk", evil, "{evil} \"><script>"));

    byte[] mime = writer.write(letter, Long.MAX_VALUE).mime();

    MailView mail = MailView.parse(mime);
    assertThat(mail.header("Bcc")).isEmpty();
    assertThat(Jsoup.parse(mail.html()).select("script, img")).isEmpty();
    assertThat(mail.date().orElseThrow()).isEqualTo(NOW.truncatedTo(ChronoUnit.SECONDS));
  }
}
