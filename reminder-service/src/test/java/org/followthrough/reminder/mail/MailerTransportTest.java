package org.followthrough.reminder.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.followthrough.embedded.Fault;
import org.followthrough.embedded.Faults;
import org.followthrough.embedded.SmtpInbox;
import org.followthrough.kit.testing.WithStack;
import org.followthrough.reminder.mail.Verdict.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "reminder")
@WithTestResource(FreeMailPort.class)
class MailerTransportTest implements MailTransportContract {

  @Inject ReactiveMailer mailer;
  @Inject Vertx vertx;

  @TempDir Path directory;
  private SmtpInbox inbox;
  private MailerTransport transport;

  @BeforeEach
  void open() throws Exception {
    int port = ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class);
    inbox = new SmtpInbox(directory, port, Clock.systemUTC());
    inbox.start();
    transport = new MailerTransport(mailer, vertx, PATIENCE);
  }

  @AfterEach
  void close() {
    transport.close();
    inbox.close();
  }

  @Override
  public MailTransport transport() {
    return transport;
  }

  @Override
  public MailTransport transport(Duration finalDot) {
    return new MailerTransport(mailer, vertx, finalDot);
  }

  @Override
  public SmtpInbox inbox() {
    return inbox;
  }

  @Test
  void anyLossShouldBeInDoubtBecauseItCannotTell() throws Exception {
    inbox.faults(Faults.of(Fault.drop(Fault.At.MAIL)));

    Verdict verdict =
        MailTransportContract.await(
            transport.send(MailTransportContract.mail("ana@example.org", "Hello")));

    assertThat(verdict.outcome()).isEqualTo(Outcome.IN_DOUBT);
  }
}
