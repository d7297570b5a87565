package org.followthrough.enrollment.intake;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.followthrough.kit.outbox.OutboxRelay;

/**
 * Group commit: what requests hand in while transactions are under way goes into the next one
 * together. At most two are in flight; an answer comes after the commit; nobody waits for a timer.
 */
@Singleton
class IntakeQueue {

  /** How many events of one request are handed in together, and how often before an answer. */
  static final int CHUNK = 1_000;

  static final int CHUNKS_UNDER_WAY = 2;

  private static final int BATCH = 1_000;
  private static final int LANES = 2;

  private record Submission(List<HrEvent> events, UniEmitter<? super Stored> answer) {}

  /** One transaction at a time, always on the same event loop. */
  private record Lane(Context context, AtomicBoolean busy) {}

  private final ResilientIntake intake;
  private final OutboxRelay relay;
  private final Queue<Submission> waiting = new ConcurrentLinkedQueue<>();
  private final List<Lane> lanes = new ArrayList<>();

  IntakeQueue(ResilientIntake intake, OutboxRelay relay) {
    this.intake = intake;
    this.relay = relay;
  }

  void start(@Observes StartupEvent event, Vertx vertx) {
    for (int i = 0; i < LANES; i++) {
      // Each on an event loop of its own: getOrCreateContext gives one thread the same one again.
      Context own = ((VertxInternal) vertx).createEventLoopContext();
      lanes.add(new Lane(own, new AtomicBoolean()));
    }
  }

  /** Answers, after the commit, what became of the events. */
  Uni<Stored> submit(List<HrEvent> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().item(Stored.NOTHING);
    }
    return Uni.createFrom()
        .emitter(
            answer -> {
              waiting.add(new Submission(events, answer));
              lanes.forEach(this::offer);
            });
  }

  private void offer(Lane lane) {
    if (!waiting.isEmpty() && lane.busy().compareAndSet(false, true)) {
      lane.context().runOnContext(nothing -> drain(lane));
    }
  }

  private void drain(Lane lane) {
    List<Submission> batch = next();
    if (batch.isEmpty()) {
      lane.busy().set(false);
      // Something may have come between the look and the release.
      offer(lane);
      return;
    }
    List<HrEvent> events = batch.stream().flatMap(one -> one.events().stream()).toList();
    intake
        .apply(events)
        .emitOn(step -> lane.context().runOnContext(nothing -> step.run()))
        .subscribe()
        .with(outcome -> answer(lane, batch, outcome), fault -> fail(lane, batch, fault));
  }

  private List<Submission> next() {
    List<Submission> batch = new ArrayList<>();
    int size = 0;
    while (size < BATCH && !waiting.isEmpty()) {
      Submission submission = waiting.poll();
      if (submission != null) {
        batch.add(submission);
        size += submission.events().size();
      }
    }
    return batch;
  }

  private void answer(Lane lane, List<Submission> batch, ResilientIntake.Outcome outcome) {
    relay.wake();
    batch.forEach(submission -> answer(submission, outcome));
    drain(lane);
  }

  private static void answer(Submission submission, ResilientIntake.Outcome outcome) {
    List<HrEvent> events = submission.events();
    long fresh = events.stream().filter(outcome.accepted()::contains).count();
    List<Stored.Failure> failures =
        events.stream()
            .filter(outcome.failed()::containsKey)
            .map(event -> new Stored.Failure(event, outcome.failed().get(event)))
            .toList();
    submission.answer().complete(new Stored((int) fresh, failures));
  }

  private void fail(Lane lane, List<Submission> batch, Throwable fault) {
    batch.forEach(submission -> submission.answer().fail(fault));
    drain(lane);
  }
}
