package org.followthrough.booster.track;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Finds tracks whose time has come, by the service clock; at once after a wake-up. */
@ApplicationScoped
class TrackJob {

  private static final Logger LOG = Logger.getLogger(TrackJob.class);
  private static final int BATCH = 200;

  private final TrackService tracks;
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicBoolean wanted = new AtomicBoolean();

  TrackJob(TrackService tracks) {
    this.tracks = tracks;
  }

  @Scheduled(
      every = "${booster.step.every}",
      identity = "track-step",
      concurrentExecution = ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  Uni<Void> tick() {
    wanted.set(true);
    return look();
  }

  /** Looks soon. */
  void wake() {
    wanted.set(true);
    look().subscribe().with(done -> LOG.trace("looked after a wake-up"), LOG::error);
  }

  // Without the database nothing is lost and nothing else can be done: the next tick looks again.
  private Uni<Void> look() {
    return drain()
        .onFailure()
        .invoke(failure -> LOG.warn("tracks wait for the next tick", failure))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> drain() {
    if (!running.compareAndSet(false, true)) {
      return Uni.createFrom().voidItem();
    }
    return drainAll()
        .onTermination()
        .invoke(() -> running.set(false))
        // A wish that came between the last look and the line above is not lost.
        .chain(() -> wanted.get() ? drain() : Uni.createFrom().voidItem());
  }

  // A loop, not a recursion: after an outage there may be thousands of batches.
  private Uni<Void> drainAll() {
    return Multi.createBy()
        .repeating()
        .uni(this::stepOnce)
        .whilst(count -> count == BATCH || wanted.get())
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Integer> stepOnce() {
    wanted.set(false);
    return tracks.stepDue(BATCH);
  }
}
