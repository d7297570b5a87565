package org.followthrough.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

  private final Instance<OutboxStore> store;
  private final KafkaEventPublisher publisher;
  private final Duration sweep;
  private final Semaphore work = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "outbox-relay");
  private volatile boolean running;
  private volatile OutboxStore.Backlog backlog = new OutboxStore.Backlog(0, Duration.ZERO);

  OutboxRelay(
      Instance<OutboxStore> store,
      KafkaEventPublisher publisher,
      MeterRegistry metrics,
      @ConfigProperty(name = "followthrough.outbox.sweep", defaultValue = "1s") Duration sweep) {
    this.store = store;
    this.publisher = publisher;
    this.sweep = sweep;
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
        drainAll();
        failures = 0;
        awaitWork(sweep);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        failures = pauseAfter(e, failures);
      }
    }
  }

  private void drainAll() {
    int drained;
    do {
      // Before the drain: a wake that comes while it runs must not be lost.
      work.drainPermits();
      drained = store.get().drain(BATCH, publisher::publish).await().atMost(DRAIN_LIMIT);
    } while (drained == BATCH && running);
    if (running) {
      backlog = store.get().backlog().await().atMost(DRAIN_LIMIT);
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

  private void awaitWork(Duration longest) throws InterruptedException {
    if (!work.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.tracef("nobody woke the relay, it looks by itself");
    }
  }
}
