package org.followthrough.reminder.dispatch;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.followthrough.reminder.mail.Verdict;
import org.jboss.logging.Logger;

/**
 * Collects verdicts and writes them down in batches. One slow mail holds up nobody's result, and a
 * verdict stays here until the database has it.
 */
@Singleton
class ResultRecorder {

  private static final Logger LOG = Logger.getLogger(ResultRecorder.class);
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(30);
  private static final Duration WARNINGS_APART = Duration.ofMinutes(1);
  private static final int BATCH = 1_000;
  private static final long STOP_MILLIS = 10_000;
  private static final long GATHER_MILLIS = 5;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;
  private static final int MOST_OPEN = 4_000;
  private static final long ROOM_MILLIS = 1_000;

  private record Result(InFlight mail, Verdict verdict) {}

  private final DeliveryResults results;
  private final DispatchSettings settings;
  private final DispatchMetrics metrics;
  private final Clock clock;
  private final BlockingQueue<Result> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final Thread thread = new Thread(this::run, "dispatch-results");
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean running = true;
  private volatile boolean relayUnreachable;
  private volatile long nextRelayWarning = System.nanoTime();

  ResultRecorder(
      DeliveryResults results, DispatchSettings settings, DispatchMetrics metrics, Clock clock) {
    this.results = results;
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
    thread.setDaemon(true);
    thread.start();
  }

  /** A mail is about to be handed over; its verdict is owed. */
  void expect() {
    open.incrementAndGet();
  }

  void record(InFlight mail, Verdict verdict) {
    noteRelay(verdict);
    queue.add(new Result(mail, verdict));
  }

  private void noteRelay(Verdict verdict) {
    if (verdict.isUntried() && !verdict.isRelayUnreachable()) {
      return;
    }
    relayUnreachable = verdict.isRelayUnreachable();
    if (relayUnreachable && System.nanoTime() - nextRelayWarning >= 0) {
      nextRelayWarning = System.nanoTime() + WARNINGS_APART.toNanos();
      LOG.warnf("the mail relay takes no mail (%s): mails wait", verdict.reason());
    }
  }

  /** Whether the latest verdict says that no mail gets through now. */
  boolean isRelayUnreachable() {
    return relayUnreachable;
  }

  /**
   * Whether there is room for another batch, after a moment of waiting at most: the relay may be
   * faster than the database.
   */
  boolean hasRoom() {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ROOM_MILLIS);
    while (open.get() > MOST_OPEN && running && until - System.nanoTime() > 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    return open.get() <= MOST_OPEN;
  }

  /** Mails handed over whose result is not in the database yet. */
  int open() {
    return open.get();
  }

  private void run() {
    List<Result> batch = new ArrayList<>(BATCH);
    try {
      while (running || open.get() > 0) {
        gather(batch);
        if (!batch.isEmpty()) {
          write(batch);
          open.addAndGet(-batch.size());
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      LOG.debugf("stopped with %d results open: they will be found in doubt", open.get());
    }
  }

  private void gather(List<Result> batch) throws InterruptedException {
    Result first = queue.poll(200, TimeUnit.MILLISECONDS);
    if (first == null) {
      return;
    }
    batch.add(first);
    queue.drainTo(batch, BATCH - 1);
    if (batch.size() < BATCH && open.get() > batch.size()) {
      Result next = queue.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS);
      if (next != null) {
        batch.add(next);
        queue.drainTo(batch, BATCH - batch.size());
      }
    }
  }

  private void write(List<Result> batch) throws InterruptedException {
    List<Settlement> settlements = batch.stream().map(this::settlement).toList();
    for (long pause = 50; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
      try {
        results.settle(settlements).await().atMost(WRITE_LIMIT);
        metrics.settled(settlements);
        return;
      } catch (RuntimeException e) {
        LOG.warnf("%d results wait for the database: %s", batch.size(), e.getClass().getName());
        if (stopped.await(pause, TimeUnit.MILLISECONDS)) {
          throw new InterruptedException("stopped");
        }
      }
    }
  }

  private Settlement settlement(Result result) {
    double chance = ThreadLocalRandom.current().nextDouble();
    return Settlement.of(
        result.mail, result.verdict, clock.instant(), settings.resendAfter(), chance);
  }

  @PreDestroy
  void stop() throws InterruptedException {
    running = false;
    thread.join(STOP_MILLIS);
    stopped.countDown();
    thread.interrupt();
  }
}
