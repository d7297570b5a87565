package org.followthrough.reminder.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;
import org.jboss.logging.Logger;

/**
 * SMTP over a few kept connections, one named thread each. It knows whether a mail's final dot
 * left, which general mail clients do not tell: only then is a lost mail in doubt.
 */
public final class SmtpTransport implements MailTransport {

  private static final Logger LOG = Logger.getLogger(SmtpTransport.class);
  private static final long IDLE_SECONDS = 30;

  private record Job(OutgoingMail mail, CompletableFuture<Verdict> verdict) {
    void end(Verdict how) {
      verdict.complete(how);
    }
  }

  private final SmtpSettings settings;
  private final SSLSocketFactory secureSockets;
  private final BlockingQueue<Job> jobs;
  private final List<Worker> workers = new ArrayList<>();
  private volatile boolean running = true;

  public SmtpTransport(SmtpSettings settings) {
    this(settings, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  SmtpTransport(SmtpSettings settings, SSLSocketFactory secureSockets) {
    this.settings = settings;
    this.secureSockets = secureSockets;
    this.jobs = new ArrayBlockingQueue<>(settings.queue());
    for (int i = 1; i <= settings.connections(); i++) {
      workers.add(new Worker("smtp-" + i));
    }
    workers.forEach(worker -> worker.thread.start());
  }

  @Override
  public CompletionStage<Verdict> send(OutgoingMail mail) {
    Job job = new Job(mail, new CompletableFuture<>());
    // Queued while the transport closed, it may have come too late for the threads that work.
    if (!enqueue(job) || (!running && jobs.remove(job))) {
      job.end(Verdict.deferred(Verdict.STOPPING));
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

  /** One kept connection and its thread. */
  private final class Worker {
    private final Thread thread;
    // The mail whose envelope left with the body of the one before; nothing else of it has left.
    private final AtomicReference<Job> ahead = new AtomicReference<>();
    private SmtpConnection connection;

    Worker(String name) {
      thread = new Thread(this::run, name);
      thread.setDaemon(true);
    }

    private void run() {
      while (running) {
        try {
          Job job = jobs.poll(IDLE_SECONDS, TimeUnit.SECONDS);
          if (job == null) {
            leave();
          }
          while (job != null) {
            work(job);
            job = ahead.getAndSet(null);
          }
        } catch (InterruptedException e) {
          break;
        }
      }
      leave();
    }

    private void leave() {
      if (connection != null) {
        connection.close();
        connection = null;
      }
    }

    private void work(Job job) {
      if (!job.mail.mayStart()) {
        giveUp(job, Verdict.WAITED_TOO_LONG);
        return;
      }
      try {
        job.end(send(job.mail));
      } catch (RuntimeException e) {
        LOG.errorf(e, "envelope %s cannot be sent", job.mail.envelopeId());
        job.end(afterLoss("unsendable"));
      }
    }

    /** Of a mail that was announced only the end of the connection tells the relay. */
    private void giveUp(Job job, String reason) {
      if (connection != null && connection.isAnnounced()) {
        connection.drop();
      }
      job.end(Verdict.deferred(reason));
    }

    /** One mail, over the kept connection or a new one. */
    private Verdict send(OutgoingMail mail) {
      boolean kept = connection != null && connection.isOpen();
      Verdict verdict = trySend(mail);
      // A connection the relay closed while it was idle says nothing about this mail.
      Verdict last = verdict == null && kept ? trySend(mail) : verdict;
      return last == null ? Verdict.deferred("connection") : last;
    }

    private Verdict trySend(OutgoingMail mail) {
      try {
        if (connection == null || !connection.isOpen()) {
          connection = SmtpConnection.open(settings, secureSockets);
        }
      } catch (IOException e) {
        LOG.debugf("%s does not answer: %s", settings, e.getClass().getName());
        return Verdict.deferred(Verdict.UNREACHABLE);
      }
      try {
        return connection.send(mail, this::takeAhead);
      } catch (IOException e) {
        LOG.debugf("%s was lost: %s", settings, e.getClass().getName());
        return afterLoss(null);
      }
    }

    /** Null when the mail surely did not get through and nothing more is known. */
    private Verdict afterLoss(String reason) {
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

    /** Only out of a queue: a mail that a connection is free for need not wait behind another. */
    private OutgoingMail takeAhead() {
      Job taken = ahead.get();
      Job next = taken == null && jobs.size() > workers.size() ? jobs.poll() : taken;
      if (next == null) {
        return null;
      }
      ahead.set(next);
      // Closed meanwhile: then either this or close() finds it.
      if (!next.mail.mayStart() || !running) {
        giveBackAhead(running ? Verdict.WAITED_TOO_LONG : Verdict.STOPPING);
        return null;
      }
      return next.mail;
    }

    private void giveBackAhead(String reason) {
      Job job = ahead.getAndSet(null);
      if (job != null) {
        job.end(Verdict.deferred(reason));
      }
    }
  }

  /** Waits for mails under way; those that still wait are deferred. */
  @Override
  public void close() {
    running = false;
    List<Job> waiting = new ArrayList<>();
    jobs.drainTo(waiting);
    waiting.forEach(job -> job.end(Verdict.deferred(Verdict.STOPPING)));
    for (Worker worker : workers) {
      worker.giveBackAhead(Verdict.STOPPING);
      // Idle threads wake from their wait; one in a dialogue is not interrupted by this.
      worker.thread.interrupt();
    }
    awaitThreads();
  }

  private void awaitThreads() {
    try {
      for (Worker worker : workers) {
        worker.thread.join(settings.commandTimeout().toMillis() / workers.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
