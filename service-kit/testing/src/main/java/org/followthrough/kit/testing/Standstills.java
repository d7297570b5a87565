package org.followthrough.kit.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When this process got no time to run, all of it: a machine that stalls, a long collection of
 * garbage. Told by a beat that comes late.
 */
final class Standstills {

  static final Duration BEAT = Duration.ofMillis(50);

  private static final long NOTED = Duration.ofMillis(200).toNanos();

  private record Span(long from, long to) {
    long within(long start, long end) {
      return Math.max(0, Math.min(to, end) - Math.max(from, start));
    }
  }

  private final LongSupplier nanoTime;
  private final List<Span> spans = new ArrayList<>();
  private long latest;

  /** By this time, and with no beats but those it is given. */
  Standstills(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.latest = nanoTime.getAsLong();
  }

  /** Looks out from now on, as long as the process lives. */
  static Standstills watched() {
    Standstills watched = new Standstills(System::nanoTime);
    ScheduledExecutorService heart =
        Executors.newSingleThreadScheduledExecutor(Standstills::daemon);
    heart.scheduleWithFixedDelay(
        watched::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    return watched;
  }

  synchronized void beat() {
    long now = nanoTime.getAsLong();
    long late = now - latest - BEAT.toNanos();
    if (late > NOTED) {
      spans.add(new Span(now - late, now));
    }
    latest = now;
  }

  /** How much of the time up to now, as long as this, was a standstill. */
  synchronized Duration during(Duration past) {
    // Whoever asks may be the first to run again.
    beat();
    long start = latest - past.toNanos();
    return Duration.ofNanos(spans.stream().mapToLong(it -> it.within(start, latest)).sum());
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "standstills");
    thread.setDaemon(true);
    return thread;
  }
}
