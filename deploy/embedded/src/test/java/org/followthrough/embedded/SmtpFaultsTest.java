package org.followthrough.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmtpFaultsTest {
  @TempDir Path directory;
  private SmtpInbox inbox;

  @BeforeEach
  void start() throws IOException {
    inbox = new SmtpInbox(directory, 0, Clock.systemUTC());
    inbox.start();
  }

  @AfterEach
  void stop() {
    inbox.close();
  }

  @ParameterizedTest
  @EnumSource(Fault.At.class)
  void dropsTheConnectionAtEachPointAndStoresOnlyAfterTheDot(Fault.At at) throws IOException {
    inbox.faults(Faults.of(Fault.drop(at).times(2)));

    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    }
    int stored = inbox.size();
    String third = send();

    assertThat(stored).isEqualTo(at == Fault.At.AFTER_DOT ? 2 : 0);
    assertThat(third).startsWith("250 ");
    assertThat(inbox.size()).isEqualTo(stored + 1);
  }

  // With the replies checked, so that the dialogue is known to have come as far as the fault.
  private String send() throws IOException {
    try (SmtpClient client = SmtpClient.connect(inbox.port())) {
      client.reply();
      for (String command :
          List.of("EHLO test", "MAIL FROM:<f@x.example>", "RCPT TO:<a@x.example>")) {
        assertThat(client.say(command)).startsWith("250");
      }
      assertThat(client.say("DATA")).startsWith("354 ");
      client.send(SmtpClient.content("<1@x>") + "\r\n.\r\n");
      return client.reply();
    }
  }

  @Test
  void refusesWithTheGivenReply() throws IOException {
    try (SmtpClient client = SmtpClient.greeted(inbox.port())) {
      inbox.faults(Faults.of(Fault.reject(Fault.At.MAIL, 451, "4.7.1 Later").times(1)));
      assertThat(client.say("MAIL FROM:<f@x.example>")).isEqualTo("451 4.7.1 Later");
      assertThat(client.say("MAIL FROM:<f@x.example>")).startsWith("250 ");

      inbox.faults(Faults.of(Fault.reject(Fault.At.DATA, 554, "5.7.1 No")));
      client.say("RCPT TO:<a@x.example>");
      assertThat(client.say("DATA")).isEqualTo("554 5.7.1 No");

      inbox.faults(Faults.of(Fault.reject(Fault.At.AFTER_DOT_UNSTORED, 452, "4.3.1 Full")));
      assertThat(client.mail("a@x.example", SmtpClient.content("<1@x>")))
          .isEqualTo("452 4.3.1 Full");
      assertThat(inbox.mails()).isEmpty();
    }
  }

  @Test
  void concernsOnlyTheGivenRecipients() throws IOException {
    inbox.faults(
        Faults.of(
            Fault.reject(Fault.At.RCPT, 550, "5.1.1 Unknown").forRecipients(List.of("b@x.example")),
            Fault.drop(Fault.At.AFTER_DOT).forRecipients(List.of("c@x.example"))));
    try (SmtpClient client = SmtpClient.greeted(inbox.port())) {
      client.say("MAIL FROM:<f@x.example>");
      assertThat(client.say("RCPT TO:<a@x.example>")).startsWith("250 ");
      assertThat(client.say("RCPT TO:<b@x.example>")).isEqualTo("550 5.1.1 Unknown");
      client.say("RSET");
      assertThat(client.mail("a@x.example", SmtpClient.content("<1@x>"))).startsWith("250 ");
      assertThatThrownBy(() -> client.mail("c@x.example", SmtpClient.content("<2@x>")))
          .isInstanceOf(IOException.class);
    }
    assertThat(inbox.mails())
        .extracting(mail -> mail.recipients().get(0))
        .containsExactly("a@x.example", "c@x.example");
  }

  @Test
  void leavesASenderInDoubtWhoDoesNotWaitForTheDelayedAnswer() throws Exception {
    inbox.faults(
        Faults.of(Fault.delay(Duration.ofHours(1)).forRecipients(List.of("slow@x.example"))));
    try (SmtpClient impatient = SmtpClient.greeted(inbox.port())) {
      impatient.say("MAIL FROM:<f@x.example>");
      impatient.say("RCPT TO:<slow@x.example>");
      impatient.say("DATA");
      impatient.timeout(Duration.ofMillis(200));
      impatient.send(SmtpClient.content("<1@x>") + "\r\n.\r\n");
      assertThatThrownBy(impatient::reply).isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(send()).startsWith("250 ");
    assertThat(inbox.awaitSize(2, Duration.ofSeconds(60))).isTrue();
  }

  @Test
  void answersAfterAShortDelay() throws IOException {
    inbox.faults(Faults.of(Fault.delay(Duration.ofMillis(300))));
    long before = System.nanoTime();

    assertThat(send()).startsWith("250 ");

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void cannotBeToldNonsense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.reject(Fault.At.AFTER_DOT, 451, "stored already"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.reject(Fault.At.RCPT, 250, "no refusal"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.drop(Fault.At.EHLO).forRecipients(List.of("a@x.example")));
  }
}
