package org.followthrough.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Moves committed events from the outbox to Kafka: at once when {@link #wake woken} after a commit,
 * and by a sweep that finds what a crashed instance left behind.
 */
@Singleton
public class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration DRAIN_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(3);
  private static final int BATCH = 1_000;

  // Counting costs more than moving a few events.
  private static final long MEASURE_NANOS = Duration.ofSeconds(1).toNanos();

  // Longer than another instance needs for a batch.
  private static final Duration SECOND_LOOK = Duration.ofMillis(100);

  /** How many events a drain handed to the publisher, and how many of them are gone. */
  private record Batch(int handed, int removed) {
    // Some may have to stay and must not hold up the rest. Where all of it stays, it is in vain.
    boolean isFollowedByMore() {
      return removed > 0 && Math.max(handed, removed) == BATCH;
    }
  }

  private final Instance<OutboxStore> store;
  private final KafkaEventPublisher publisher;
  private final Duration sweep;
  private final Semaphore work = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "outbox-relay");
  private volatile boolean running;

  // Of the relay's thread alone.
  private boolean woken;
  private Duration pause;
  private long measured = System.nanoTime() - MEASURE_NANOS;

  private volatile OutboxStore.Backlog backlog = new OutboxStore.Backlog(0, Duration.ZERO);

  OutboxRelay(
      Instance<OutboxStore> store,
      KafkaEventPublisher publisher,
      MeterRegistry metrics,
      @ConfigProperty(name = "followthrough.outbox.sweep", defaultValue = "1s") Duration sweep) {
    this.store = store;
    this.publisher = publisher;
    this.sweep = sweep;
    this.pause = sweep;
    Gauge.builder("outbox_pending_rows", () -> backlog.events()).register(metrics);
    TimeGauge.builder("outbox_oldest_age", () -> backlog.oldest().toMillis(), TimeUnit.MILLISECONDS)
        .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    if (store.isResolvable()) {
      running = true;
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Lets a drain at work finish for a while; then what it holds stays for the next start. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    work.release();
    if (thread.isAlive()) {
      thread.join(STOP_LIMIT.toMillis());
      thread.interrupt();
    }
  }

  /**
   * Says that a transaction with events has committed. Cheap, never blocks, may be called freely.
   */
  public void wake() {
    work.release();
  }

  private void run() {
    int failures = 0;
    while (running) {
      try {
        pause = pauseAfter(drainAll());
        failures = 0;
        woken = awaitWork(pause);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        failures = pauseAfter(e, failures);
      }
    }
  }

  // Woken for nothing: another instance may hold the bucket and have looked just before the commit.
  private Duration pauseAfter(boolean found) {
    if (found) {
      return sweep;
    }
    Duration next = woken ? SECOND_LOOK : pause.multipliedBy(2);
    return next.compareTo(sweep) < 0 ? next : sweep;
  }

  /** Whether there was anything to move. */
  private boolean drainAll() {
    boolean found = false;
    Batch batch;
    do {
      // Before the drain: a wake that comes while it runs must not be lost.
      woken |= work.drainPermits() > 0;
      batch = drainBatch();
      found |= batch.removed() > 0;
      measure();
    } while (batch.isFollowedByMore() && running);
    return found;
  }

  private Batch drainBatch() {
    var handed = new AtomicInteger();
    Uni<Integer> drain =
        store
            .get()
            .drain(
                BATCH,
                events -> {
                  handed.set(events.size());
                  return publisher.publish(events);
                });
    int removed = drain.await().atMost(DRAIN_LIMIT);
    return new Batch(handed.get(), removed);
  }

  private void measure() {
    if (running && System.nanoTime() - measured >= MEASURE_NANOS) {
      backlog = store.get().backlog().await().atMost(DRAIN_LIMIT);
      measured = System.nanoTime();
    }
  }

  private int pauseAfter(RuntimeException e, int failures) {
    if (!running) {
      return failures;
    }
    LOG.warnf("outbox waits, nothing is lost: %s", e.getClass().getName());
    try {
      awaitWork(Duration.ofMillis(Math.min(10_000, 250L << Math.min(failures, 6))));
    } catch (InterruptedException interrupted) {
      running = false;
    }
    return failures + 1;
  }

  /** Whether it was woken. */
  private boolean awaitWork(Duration longest) throws InterruptedException {
    return work.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
  }
}
