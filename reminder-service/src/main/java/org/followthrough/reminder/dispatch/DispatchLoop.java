package org.followthrough.reminder.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks for due touches every tick, and goes on without pause while there is a backlog.
 *
 * <p>A thread of its own: Quarkus' scheduler has no interval below a second, in which a fast clock
 * may make a day; and writing mail must not happen on an event loop.
 */
@Singleton
class DispatchLoop {

  private static final Logger LOG = Logger.getLogger(DispatchLoop.class);
  // A longer gap between two looks is a standstill: what came due in it really is late.
  private static final long STANDSTILL_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final Duration PROBE_PAUSE = Duration.ofSeconds(5);
  private static final int SWEEP_SHARE = 10;

  private final Dispatcher dispatcher;
  private final ResultRecorder recorder;
  private final DispatchSettings settings;
  private final Clock clock;
  // The JDK's own clock only leaps when the machine was suspended or corrected; after that, what
  // came due meanwhile really is late, as after a standstill.
  private final boolean realTime;
  private final Semaphore stop = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "dispatch");
  private volatile boolean running;

  private Instant watermark = Instant.EPOCH;
  private Instant previous;
  private long previousLook;
  private OptionalLong sweepBegun = OptionalLong.empty();
  private long nextSweep = System.nanoTime();
  private long nextRecovery = System.nanoTime();

  DispatchLoop(
      Dispatcher dispatcher, ResultRecorder recorder, DispatchSettings settings, Clock clock) {
    this.dispatcher = dispatcher;
    this.recorder = recorder;
    this.settings = settings;
    this.clock = clock;
    this.realTime = clock.getClass().getEnclosingClass() == Clock.class;
  }

  void start(@Observes StartupEvent event) {
    if (settings.enabled()) {
      running = true;
      thread.setDaemon(true);
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    stop.release();
    if (thread.isAlive()) {
      thread.join(10_000);
      dispatcher.stop();
    }
  }

  private void run() {
    int failures = 0;
    Duration pause = settings.delayed();
    while (running) {
      try {
        if (stop.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        tick();
        failures = 0;
        pause = recorder.isRelayUnreachable() ? PROBE_PAUSE : settings.interval();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warnf("dispatch waits, nothing is lost: %s", e.getClass().getName());
        pause = Duration.ofMillis(Math.min(10_000, 250L << Math.min(failures++, 6)));
      }
    }
  }

  private void tick() {
    recoverNowAndThen();
    if (!recorder.hasRoom()) {
      return;
    }
    if (System.nanoTime() - nextSweep >= 0) {
      watermark = Instant.EPOCH;
      sweepBegun = OptionalLong.of(System.nanoTime());
    }
    // While the relay does not answer, one touch at a time finds out whether it is back.
    int limit = recorder.isRelayUnreachable() ? 1 : settings.batch();
    dispatcher.dispatch(look(limit), this::next);
    endSweep();
  }

  private Optional<Look> next(Dispatcher.Batch full) {
    endSweep();
    if (!running || recorder.isRelayUnreachable() || !recorder.hasRoom()) {
      return Optional.empty();
    }
    watermark = full.latestDue();
    return Optional.of(look(settings.batch()));
  }

  /** The first batch of a sweep is what it costs; the next ones go on from there. */
  private void endSweep() {
    sweepBegun.ifPresent(
        begun -> {
          long now = System.nanoTime();
          nextSweep = now + SWEEP_SHARE * (now - begun);
        });
    sweepBegun = OptionalLong.empty();
  }

  private Look look(int limit) {
    Instant now = clock.instant();
    long look = System.nanoTime();
    boolean standstill =
        previous == null || previous.isAfter(now) || look - previousLook > STANDSTILL_NANOS;
    DispatchMoment moment = new DispatchMoment(standstill || realTime ? now : previous, now);
    previous = now;
    previousLook = look;
    return new Look(watermark, moment, limit);
  }

  private void recoverNowAndThen() {
    if (System.nanoTime() - nextRecovery >= 0) {
      nextRecovery = System.nanoTime() + settings.recovery().toNanos();
      recover();
    }
  }

  /** What cannot be recovered now must not hold up what is due. */
  private void recover() {
    try {
      dispatcher.recover(clock.instant());
    } catch (RuntimeException e) {
      LOG.warnf("recovery waits, nothing is lost: %s", e.getClass().getName());
    }
  }
}
