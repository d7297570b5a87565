package org.followthrough.reminder.dispatch;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.followthrough.reminder.mail.MailTransport;
import org.followthrough.reminder.mail.OutgoingMail;
import org.followthrough.reminder.mail.SmtpTransport;
import org.followthrough.reminder.mail.Verdict;

/**
 * Sends, and is dead before it can say so: a process killed between the 250 and the commit, or one
 * that was only frozen and reappears.
 */
final class VanishingTransport implements MailTransport {

  private final SmtpTransport real;
  private final Semaphore sent = new Semaphore(0);
  private final Queue<Runnable> told = new ConcurrentLinkedQueue<>();

  VanishingTransport(int port) {
    real = new SmtpTransport(Bench.smtp(port, Bench.PATIENCE));
  }

  @Override
  public CompletionStage<Verdict> send(OutgoingMail mail) {
    CompletableFuture<Verdict> untold = new CompletableFuture<>();
    real.send(mail)
        .thenAccept(
            verdict -> {
              told.add(() -> untold.complete(verdict));
              sent.release();
            });
    return untold;
  }

  /** Says after all what became of the mails. */
  void reappear() {
    told.forEach(Runnable::run);
  }

  void awaitSent(int mails) throws InterruptedException {
    if (!sent.tryAcquire(mails, 60, TimeUnit.SECONDS)) {
      throw new AssertionError("not sent");
    }
  }

  @Override
  public void close() {
    real.close();
  }
}
