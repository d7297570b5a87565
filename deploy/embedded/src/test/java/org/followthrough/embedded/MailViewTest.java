package org.followthrough.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailViewTest {
  private static final String INVITATION =
      """
      From: =?UTF-8?Q?J=C3=B6rg?= <joerg@x.example>
      To: a@x.example, "B, B" <b@x.example>
      Subject: =?UTF-8?B?R2VzcHLDpGNo?=
      Date: Mon, 2 Mar 2026 09:00:00 +0100
      Message-ID: <1@x>
      List-Unsubscribe: <https://x.example/u>
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=m

      --m
      Content-Type: multipart/alternative; boundary=a

      --a
      Content-Type: text/plain; charset=UTF-8
      Content-Transfer-Encoding: quoted-printable

      Gr=C3=BC=C3=9Fe
      --a
      Content-Type: text/html; charset=UTF-8
      Content-Transfer-Encoding: base64

      PGI+R3LDvMOfZTwvYj4=
      --a
      Content-Type: text/calendar; charset=UTF-8; method=REQUEST

      BEGIN:VCALENDAR
      --a--
      --m--
      """;

  @Test
  void showsWhatAReaderSees() throws IOException {
    MailView view = MailView.parse(INVITATION.replace("\n", "\r\n").getBytes(UTF_8));

    assertThat(view.subject()).isEqualTo("Gespräch");
    assertThat(view.from()).isEqualTo("Jörg <joerg@x.example>");
    assertThat(view.to()).containsExactly("a@x.example", "B, B <b@x.example>");
    assertThat(view.date()).contains(Instant.parse("2026-03-02T08:00:00Z"));
    assertThat(view.messageId()).isEqualTo("<1@x>");
    assertThat(view.header("list-unsubscribe")).isEqualTo("<https://x.example/u>");
    assertThat(view.text()).isEqualTo("Grüße");
    assertThat(view.html()).isEqualTo("<b>Grüße</b>");
    assertThat(view.calendar()).isEqualTo("BEGIN:VCALENDAR");
  }

  @Test
  void leavesEmptyWhatAPlainMailDoesNotHave() throws IOException {
    MailView view = MailView.parse("Subject: Hi\r\n\r\nText\r\n".getBytes(UTF_8));

    assertThat(view.text()).isEqualTo("Text\r\n");
    assertThat(view.html()).isEmpty();
    assertThat(view.calendar()).isEmpty();
    assertThat(view.date()).isEmpty();
    assertThat(view.from()).isEmpty();
  }
}
