package org.followthrough.reminder.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.followthrough.embedded.MailView;
import org.junit.jupiter.api.Test;

class MimeWriterTest {

  private static final Instant NOW = Instant.parse("2027-01-20T08:00:00Z");

  private static MailDraft draft(String name, String subject, String text, String html) {
    return new MailDraft(
        "Followthrough",
        "no-reply@followthrough.example",
        name,
        "ana@example.org",
        subject,
        NOW,
        "<1@followthrough.example>",
        Map.of("Auto-Submitted", "auto-generated"),
        text,
        html,
        null);
  }

  @Test
  void textOfAnyLanguageShouldSurvive() throws Exception {
    String text =
        "Grüße, 你好, emoji 🙂, = sign, tab\there, trailing space \n.\nFrom here\n" + "ü".repeat(500);
    String subject =
        "Ein sehr langer Betreff über Gespräche 🙂 der gefaltet werden muss, weil er lang ist";

    byte[] mime = MimeWriter.write(draft("Ana \"Q\" López", subject, text, "<p>ä</p>"));

    MailView mail = MailView.parse(mime);
    assertThat(mail.subject()).isEqualTo(subject);
    assertThat(mail.text().replace("\r\n", "\n").strip()).isEqualTo(text);
    assertThat(mail.html().strip()).isEqualTo("<p>ä</p>");
    assertThat(mail.to()).containsExactly("Ana \"Q\" López <ana@example.org>");
    String wire = new String(mime, US_ASCII);
    assertThat(wire.chars().allMatch(c -> c < 127)).isTrue();
    assertThat(wire.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    assertThat(wire.split("\r\n")).allMatch(line -> line.length() <= 78);
  }

  @Test
  void controlCharactersShouldBeRefusedInEveryHeader() {
    for (String evil :
        List.of("a\r\nBcc: x@y", "a\nb", "a\rb", "a\0b", "a\u0085b", "a\u2028b", "\ud800")) {
      assertThatThrownBy(() -> MimeWriter.write(draft(evil, "s", "t", "h")))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> MimeWriter.write(draft("n", evil, "t", "h")))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> HeaderText.field("X-Any", evil))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> HeaderText.field(evil, "value"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> HeaderText.mailbox("n", "a" + evil + "@example.org"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void fuzzedTextShouldNeverAddAHeader() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Set<String> expected =
        Set.of(
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Auto-Submitted",
            "MIME-Version",
            "Content-Type");
    for (int i = 0; i < 5_000; i++) {
      String name = fuzz(random);
      String subject = fuzz(random);
      byte[] mime;
      try {
        mime = MimeWriter.write(draft(name, subject, fuzz(random), fuzz(random)));
      } catch (IllegalArgumentException refused) {
        continue;
      }
      String wire = new String(mime, UTF_8);
      Set<String> names = new TreeSet<>();
      for (String line : wire.substring(0, wire.indexOf("\r\n\r\n")).split("\r\n")) {
        if (!line.startsWith(" ")) {
          names.add(line.substring(0, line.indexOf(':')));
        }
      }
      assertThat(names).as("seed %d", seed).isEqualTo(new TreeSet<>(expected));
    }
  }

  private static String fuzz(Random random) {
    String pool = "ab :,;<>@\"\\=?_\r\n\t\0\u2028\u0085äß🙂Bcc: x=?UTF-8?Q?=0D=0A?=";
    int[] points = pool.codePoints().toArray();
    int length = random.nextInt(60);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int at = random.nextInt(points.length);
      // Mostly harmless characters, or nothing would ever be written.
      boolean hostile = points[at] < ' ' || points[at] == 0x85 || points[at] == 0x2028;
      text.appendCodePoint(hostile && random.nextInt(40) > 0 ? 'x' : points[at]);
    }
    return text.toString();
  }
}
