package org.followthrough.reminder.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.followthrough.embedded.Fault;
import org.followthrough.embedded.Faults;
import org.followthrough.embedded.SmtpInbox;
import org.followthrough.reminder.mail.Verdict.Outcome;
import org.junit.jupiter.api.Test;

/** What every transport owes, whatever it knows about phases. */
interface MailTransportContract {

  // Only not for ever: relay and disk may stand still for long on a busy machine.
  Duration PATIENCE = Duration.ofSeconds(60);

  /** The transport under test, which waits for every answer; its relay is {@link #inbox}. */
  MailTransport transport();

  /** Another one to the same relay, which waits so long for the answer to a mail. */
  MailTransport transport(Duration finalDot);

  SmtpInbox inbox();

  static OutgoingMail mail(String to, String body) {
    UUID id = UUID.randomUUID();
    String mime =
        "From: \"Followthrough\" <no-reply@followthrough.example>\r\nTo: "
            + to
            + "\r\nSubject: One thing to do\r\nDate: Wed, 20 Jan 2027 08:00:00 +0000\r\nMessage-ID: <"
            + id
            + "@followthrough.example>\r\nX-Followthrough-Touch: "
            + id
            + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"=_b\"\r\n\r\n"
            + "--=_b\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n"
            + body
            + "\r\n--=_b\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n<p>"
            + "Hello</p>\r\n--=_b--\r\n";
    return new OutgoingMail(
        id,
        "no-reply@followthrough.example",
        to,
        mime.getBytes(US_ASCII),
        System.nanoTime() + Duration.ofMinutes(10).toNanos());
  }

  static Verdict await(CompletionStage<Verdict> verdict) throws Exception {
    return verdict.toCompletableFuture().get(2, TimeUnit.MINUTES);
  }

  @Test
  default void acceptedMailShouldBeInTheInboxOnce() throws Exception {
    OutgoingMail mail = mail("ana@example.org", "Hello");

    Verdict verdict = await(transport().send(mail));

    assertThat(verdict).isEqualTo(Verdict.accepted());
    assertThat(inbox().mails()).hasSize(1);
    assertThat(inbox().mails().get(0).messageId())
        .isEqualTo("<" + mail.envelopeId() + "@followthrough.example>");
    assertThat(inbox().mails().get(0).recipients()).containsExactly("ana@example.org");
    assertThat(inbox().mails().get(0).view().header("X-Followthrough-Touch"))
        .isEqualTo(mail.envelopeId().toString());
  }

  @Test
  default void refusalForNowShouldBeDeferred() throws Exception {
    for (Fault.At at : List.of(Fault.At.MAIL, Fault.At.RCPT, Fault.At.AFTER_DOT_UNSTORED)) {
      inbox().faults(Faults.of(Fault.reject(at, 450, "4.2.1 not now")));
      assertThat(await(transport().send(mail("ana@example.org", "Hello"))))
          .as("%s", at)
          .isEqualTo(Verdict.deferred("smtp-450"));
    }
    assertThat(inbox().size()).isZero();
  }

  @Test
  default void refusalForGoodShouldBeFailed() throws Exception {
    for (Fault.At at : List.of(Fault.At.MAIL, Fault.At.RCPT, Fault.At.AFTER_DOT_UNSTORED)) {
      inbox().faults(Faults.of(Fault.reject(at, 550, "5.1.1 nobody here")));
      assertThat(await(transport().send(mail("ana@example.org", "Hello"))))
          .as("%s", at)
          .isEqualTo(Verdict.failed("smtp-550"));
    }
    assertThat(inbox().size()).isZero();
  }

  @Test
  default void lossAfterTheFinalDotShouldBeInDoubt() throws Exception {
    inbox().faults(Faults.of(Fault.drop(Fault.At.AFTER_DOT)));

    assertThat(await(transport().send(mail("ana@example.org", "Hello"))).outcome())
        .isEqualTo(Outcome.IN_DOUBT);
    assertThat(inbox().awaitSize(1, PATIENCE)).isTrue();
  }

  @Test
  default void silenceAfterTheFinalDotShouldBeInDoubt() throws Exception {
    inbox().faults(Faults.of(Fault.delay(Duration.ofHours(1))));

    try (MailTransport impatient = transport(Duration.ofSeconds(2))) {
      assertThat(await(impatient.send(mail("ana@example.org", "Hello"))).outcome())
          .isEqualTo(Outcome.IN_DOUBT);
    }
  }

  @Test
  default void oneBadRecipientShouldNotTouchTheOthers() throws Exception {
    inbox()
        .faults(
            Faults.of(
                Fault.reject(Fault.At.RCPT, 554, "5.7.1 no")
                    .forRecipients(List.of("p13@a.example")),
                Fault.reject(Fault.At.RCPT, 450, "4.2.0 later")
                    .forRecipients(List.of("p57@a.example"))));

    List<CompletionStage<Verdict>> verdicts =
        IntStream.range(0, 100)
            .mapToObj(i -> transport().send(mail("p" + i + "@a.example", "Hello " + i)))
            .toList();

    for (int i = 0; i < 100; i++) {
      Outcome expected = i == 13 ? Outcome.FAILED : i == 57 ? Outcome.DEFERRED : Outcome.ACCEPTED;
      assertThat(await(verdicts.get(i)).outcome()).as("p%d", i).isEqualTo(expected);
    }
    assertThat(inbox().mails().stream().flatMap(mail -> mail.recipients().stream()))
        .hasSize(98)
        .doesNotHaveDuplicates()
        .doesNotContain("p13@a.example", "p57@a.example");
  }
}
