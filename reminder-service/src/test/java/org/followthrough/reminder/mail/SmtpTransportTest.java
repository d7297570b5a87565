package org.followthrough.reminder.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.followthrough.embedded.Fault;
import org.followthrough.embedded.Faults;
import org.followthrough.embedded.SmtpInbox;
import org.followthrough.reminder.mail.Verdict.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmtpTransportTest implements MailTransportContract {

  private static final int EACH = 50;

  @TempDir Path directory;
  private SmtpInbox inbox;
  private SmtpTransport transport;

  @BeforeEach
  void open() throws Exception {
    inbox = new SmtpInbox(directory, 0, Clock.systemUTC());
    inbox.start();
    transport = new SmtpTransport(settings(inbox.port()));
  }

  @AfterEach
  void close() {
    transport.close();
    inbox.close();
  }

  static SmtpSettings settings(int port) {
    return settings(port, 4, 1000, PATIENCE, PATIENCE);
  }

  static SmtpSettings oneConnection(int port) {
    return settings(port, 1, 1000, PATIENCE, PATIENCE);
  }

  private static SmtpSettings settings(
      int port, int connections, int queue, Duration commandTimeout, Duration finalDot) {
    return new SmtpSettings(
        "127.0.0.1",
        port,
        "followthrough.example",
        SmtpSettings.StartTls.OPTIONAL,
        false,
        null,
        null,
        connections,
        queue,
        PATIENCE,
        commandTimeout,
        finalDot);
  }

  @Override
  public MailTransport transport() {
    return transport;
  }

  @Override
  public MailTransport transport(Duration finalDot) {
    return new SmtpTransport(settings(inbox.port(), 1, 10, PATIENCE, finalDot));
  }

  @Override
  public SmtpInbox inbox() {
    return inbox;
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA"})
  void lossBeforeTheBodyShouldBeDeferredAndArriveOnceLater(Fault.At at) throws Exception {
    inbox.faults(Faults.of(Fault.drop(at)));
    assertThat(outcomes("first")).hasSize(EACH).containsOnly(Outcome.DEFERRED);
    assertThat(inbox.size()).isZero();

    inbox.faults(Faults.none());
    assertThat(outcomes("again")).containsOnly(Outcome.ACCEPTED);
    assertThat(inbox.size()).isEqualTo(EACH);
  }

  @Test
  void lossInsideALongBodyShouldBeDeferred() throws Exception {
    inbox.faults(Faults.of(Fault.drop(Fault.At.MID_BODY)));
    // More than the socket buffers hold: the loss shows while there is still something to write.
    String body = ("x".repeat(998) + "\r\n").repeat(12_000);

    Verdict verdict =
        MailTransportContract.await(
            transport.send(MailTransportContract.mail("ana@example.org", body)));

    assertThat(verdict.outcome()).isEqualTo(Outcome.DEFERRED);
    assertThat(inbox.size()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"AFTER_DOT", "AFTER_DOT_UNSTORED"})
  void lossAfterTheDotShouldAlwaysBeInDoubt(Fault.At at) throws Exception {
    inbox.faults(Faults.of(Fault.drop(at)));

    assertThat(outcomes("doubt")).hasSize(EACH).containsOnly(Outcome.IN_DOUBT);
    assertThat(inbox.size()).isEqualTo(at == Fault.At.AFTER_DOT ? EACH : 0);
  }

  @Test
  void oneDropShouldNotReachTheFollowingMails() throws Exception {
    inbox.faults(Faults.of(Fault.drop(Fault.At.AFTER_DOT).times(3)));

    List<Outcome> outcomes = outcomes("mixed");

    assertThat(outcomes).filteredOn(Outcome.IN_DOUBT::equals).hasSize(3);
    assertThat(outcomes).filteredOn(Outcome.ACCEPTED::equals).hasSize(EACH - 3);
    assertThat(inbox.size()).isEqualTo(EACH);
  }

  @Test
  void keptConnectionClosedByTheRelayShouldNotCostAMail() throws Exception {
    assertThat(outcomes("before")).containsOnly(Outcome.ACCEPTED);
    inbox.close();
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(BindException.class)
        .untilAsserted(() -> inbox.start());

    assertThat(outcomes("after")).containsOnly(Outcome.ACCEPTED);
    assertThat(inbox.size()).isEqualTo(2 * EACH);
  }

  @Test
  void nobodyThereShouldBeToldFromARefusal() throws Exception {
    inbox.close();

    Verdict verdict =
        MailTransportContract.await(
            transport.send(MailTransportContract.mail("ana@example.org", "Hello")));

    assertThat(verdict.isRelayUnreachable()).isTrue();
  }

  @Test
  void relayThatRefusesOurLoginShouldCostNoMail() throws Exception {
    inbox.faults(Faults.of(Fault.reject(Fault.At.MAIL, 530, "5.7.0 Authentication required")));

    Verdict verdict =
        MailTransportContract.await(
            transport.send(MailTransportContract.mail("ana@example.org", "Hello")));

    assertThat(verdict).isEqualTo(Verdict.deferred("relay-login"));
    assertThat(verdict.isRelayUnreachable()).isTrue();
  }

  @Test
  void everyMailShouldGetItsVerdictWhenTheTransportIsClosed() throws Exception {
    try (var silent = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
      var closing =
          new SmtpTransport(settings(silent.getLocalPort(), 1, 1, Duration.ofSeconds(1), PATIENCE));
      // One waits for the relay's greeting, one in the queue, and one for room in the queue.
      List<CompletableFuture<Verdict>> verdicts =
          Stream.generate(() -> MailTransportContract.mail("ana@example.org", "Hello"))
              .limit(3)
              .map(mail -> CompletableFuture.supplyAsync(() -> closing.send(mail)))
              .map(sent -> sent.thenCompose(verdict -> verdict))
              .toList();
      silent.accept();

      closing.close();

      for (CompletableFuture<Verdict> verdict : verdicts) {
        assertThat(verdict.get(60, TimeUnit.SECONDS).isUntried()).isTrue();
      }
    }
  }

  @Test
  void bytesShouldArriveAsTheyAre() throws Exception {
    String body = ".\r\n..two\r\n.leading\r\nplain\r\n\r\n.";
    OutgoingMail mail = MailTransportContract.mail("ana@example.org", body);

    MailTransportContract.await(transport.send(mail));

    assertThat(new String(inbox.mails().get(0).bytes(), US_ASCII))
        .isEqualTo(new String(mail.mime(), US_ASCII));
  }

  @Test
  void mailThatWaitedTooLongShouldNotBeBegun() throws Exception {
    OutgoingMail mail = MailTransportContract.mail("ana@example.org", "Hello");
    OutgoingMail late =
        new OutgoingMail(
            mail.envelopeId(), mail.from(), mail.to(), mail.mime(), System.nanoTime() - 1);

    assertThat(MailTransportContract.await(transport.send(late)))
        .isEqualTo(Verdict.deferred("waited-too-long"));
    assertThat(inbox.size()).isZero();
  }

  private List<Outcome> outcomes(String body) throws Exception {
    List<CompletionStage<Verdict>> verdicts = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      verdicts.add(transport.send(MailTransportContract.mail("p" + i + "@example.org", body)));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (CompletionStage<Verdict> verdict : verdicts) {
      outcomes.add(MailTransportContract.await(verdict).outcome());
    }
    return outcomes;
  }
}
