package org.followthrough.reminder.dispatch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.followthrough.reminder.mail.MailTransport;
import org.followthrough.reminder.mail.OutgoingMail;
import org.followthrough.reminder.mail.SmtpTransport;
import org.followthrough.reminder.mail.Verdict;

/** Sends, and is dead before it can say so: a process killed between the 250 and the commit. */
final class VanishingTransport implements MailTransport {

  private final SmtpTransport real;
  private final Semaphore sent = new Semaphore(0);

  VanishingTransport(int port) {
    real = new SmtpTransport(Bench.smtp(port, Duration.ofSeconds(5)));
  }

  @Override
  public CompletionStage<Verdict> send(OutgoingMail mail) {
    real.send(mail).thenRun(sent::release);
    return new CompletableFuture<>();
  }

  void awaitSent(int mails) throws InterruptedException {
    if (!sent.tryAcquire(mails, 10, TimeUnit.SECONDS)) {
      throw new AssertionError("not sent");
    }
  }

  @Override
  public void close() {
    real.close();
  }
}
