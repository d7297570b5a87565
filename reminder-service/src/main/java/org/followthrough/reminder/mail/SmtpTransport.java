package org.followthrough.reminder.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.jboss.logging.Logger;

/**
 * SMTP over a few kept connections, one named thread each. It knows whether a mail's final dot
 * left, which general mail clients do not tell: only then is a lost mail in doubt.
 */
public final class SmtpTransport implements MailTransport {

  private static final Logger LOG = Logger.getLogger(SmtpTransport.class);
  private static final long IDLE_SECONDS = 30;

  private record Job(OutgoingMail mail, CompletableFuture<Verdict> verdict) {}

  private final SmtpSettings settings;
  private final SSLSocketFactory secureSockets;
  private final BlockingQueue<Job> jobs;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running = true;

  public SmtpTransport(SmtpSettings settings) {
    this(settings, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  SmtpTransport(SmtpSettings settings, SSLSocketFactory secureSockets) {
    this.settings = settings;
    this.secureSockets = secureSockets;
    this.jobs = new ArrayBlockingQueue<>(settings.queue());
    for (int i = 1; i <= settings.connections(); i++) {
      Thread thread = new Thread(this::run, "smtp-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  @Override
  public CompletionStage<Verdict> send(OutgoingMail mail) {
    Job job = new Job(mail, new CompletableFuture<>());
    // Queued while the transport closed, it may have come too late for the threads that work.
    if (!enqueue(job) || (!running && jobs.remove(job))) {
      job.verdict.complete(Verdict.deferred(Verdict.STOPPING));
    }
    return job.verdict;
  }

  /** Waits for room; false when the transport is closed before there is any. */
  private boolean enqueue(Job job) {
    try {
      boolean queued = false;
      while (running && !queued) {
        queued = jobs.offer(job, 100, TimeUnit.MILLISECONDS);
      }
      return queued;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void run() {
    SmtpConnection connection = null;
    while (running) {
      try {
        Job job = jobs.poll(IDLE_SECONDS, TimeUnit.SECONDS);
        connection = job == null ? leave(connection) : work(job, connection);
      } catch (InterruptedException e) {
        break;
      }
    }
    leave(connection);
  }

  private static SmtpConnection leave(SmtpConnection connection) {
    if (connection != null) {
      connection.close();
    }
    return null;
  }

  private SmtpConnection work(Job job, SmtpConnection kept) {
    Attempt attempt = new Attempt(kept);
    if (!job.mail.mayStart()) {
      job.verdict.complete(Verdict.deferred(Verdict.WAITED_TOO_LONG));
      return kept;
    }
    try {
      job.verdict.complete(attempt.send(job.mail));
    } catch (RuntimeException e) {
      LOG.errorf(e, "envelope %s cannot be sent", job.mail.envelopeId());
      job.verdict.complete(attempt.afterLoss("unsendable"));
    }
    return attempt.connection();
  }

  /** One mail, over the kept connection or a new one. */
  private final class Attempt {
    private SmtpConnection connection;

    Attempt(SmtpConnection kept) {
      this.connection = kept != null && kept.isOpen() ? kept : null;
    }

    Verdict send(OutgoingMail mail) {
      boolean kept = connection != null;
      Verdict verdict = trySend(mail);
      // A connection the relay closed while it was idle says nothing about this mail.
      return verdict == null && kept ? orLost(trySend(mail)) : orLost(verdict);
    }

    private Verdict orLost(Verdict verdict) {
      return verdict == null ? Verdict.deferred("connection") : verdict;
    }

    private Verdict trySend(OutgoingMail mail) {
      try {
        if (connection == null) {
          connection = SmtpConnection.open(settings, secureSockets);
        }
      } catch (IOException e) {
        LOG.debugf("%s does not answer: %s", settings, e.getClass().getName());
        return Verdict.deferred(Verdict.UNREACHABLE);
      }
      try {
        return connection.send(mail);
      } catch (IOException e) {
        LOG.debugf("%s was lost: %s", settings, e.getClass().getName());
        return afterLoss(null);
      }
    }

    /** Null when the mail surely did not get through and nothing more is known. */
    Verdict afterLoss(String reason) {
      boolean inDoubt = connection != null && connection.isDotSent();
      if (connection != null) {
        connection.drop();
        connection = null;
      }
      if (inDoubt) {
        return Verdict.inDoubt("lost-after-data");
      }
      return reason == null ? null : Verdict.failed(reason);
    }

    SmtpConnection connection() {
      return connection;
    }
  }

  /** Waits for mails under way; those that still wait are deferred. */
  @Override
  public void close() {
    running = false;
    List<Job> waiting = new ArrayList<>();
    jobs.drainTo(waiting);
    waiting.forEach(job -> job.verdict.complete(Verdict.deferred(Verdict.STOPPING)));
    for (Thread thread : threads) {
      // Idle threads wake from their wait; one in a dialogue is not interrupted by this.
      thread.interrupt();
    }
    awaitThreads();
  }

  private void awaitThreads() {
    try {
      for (Thread thread : threads) {
        thread.join(settings.commandTimeout().toMillis() / threads.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
