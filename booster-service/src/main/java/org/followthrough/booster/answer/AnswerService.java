package org.followthrough.booster.answer;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.followthrough.booster.track.TrackWakeups;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.outbox.OutboxRelay;
import org.followthrough.kit.postgres.PgOutbox;

/** Shows issued questions and takes their answers. */
@ApplicationScoped
class AnswerService {

  private final Pool pool;
  private final AnswerStore store;
  private final PgOutbox outbox;
  private final OutboxRelay relay;
  private final TrackWakeups tracks;
  private final EventComposer composer;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final Clock machine;
  private final MicroBatches<Attempt, AnswerResult> batches = new MicroBatches<>(this::answerAll);

  AnswerService(
      Pool pool,
      AnswerStore store,
      PgOutbox outbox,
      OutboxRelay relay,
      TrackWakeups tracks,
      EventComposer composer,
      MeterRegistry metrics,
      Clock clock,
      @MachineTime Clock machine) {
    this.pool = pool;
    this.store = store;
    this.outbox = outbox;
    this.relay = relay;
    this.tracks = tracks;
    this.composer = composer;
    this.metrics = metrics;
    this.clock = clock;
    this.machine = machine;
  }

  /** The question, or null; writes nothing. */
  Uni<IssuedBooster> find(UUID boosterId) {
    return store.find(pool, boosterId);
  }

  /** Whether it ended without an answer. */
  boolean isOver(IssuedBooster booster) {
    return !booster.isAnswered() && !booster.takesAnswersAt(clock.instant());
  }

  /** Somebody opened the link that people do not see: evidence against the posts around it. */
  Uni<Void> canaryHit(UUID boosterId) {
    Instant hitAt = machine.instant();
    return pool.withTransaction(transaction -> store.canaryHit(transaction, boosterId, hitAt));
  }

  /** Judges and records one attempt, together with all others that come at the same time. */
  Uni<AnswerResult> answer(Attempt attempt) {
    return batches
        .submit(attempt)
        .invoke(result -> metrics.counter("booster_attempts", "result", label(result)).increment());
  }

  private Uni<List<AnswerResult>> answerAll(List<Attempt> attempts) {
    return Uni.createFrom()
        .deferred(() -> pool.withTransaction(transaction -> answerAll(transaction, attempts)))
        .onFailure()
        // Idempotent by nonce, so a lost connection or a deadlock may simply be tried again.
        .retry()
        .atMost(1)
        .invoke(relay::wake)
        .invoke(tracks::wake);
  }

  private Uni<List<AnswerResult>> answerAll(SqlConnection transaction, List<Attempt> attempts) {
    Instant now = clock.instant();
    UUID[] boosters = attempts.stream().map(Attempt::boosterId).distinct().toArray(UUID[]::new);
    return store
        .lock(transaction, boosters)
        .chain(
            standings -> {
              var batch = new AnswerBatch(standings, composer, now);
              List<AnswerResult> results = attempts.stream().map(batch::judge).toList();
              return write(transaction, batch, now).replaceWith(results);
            });
  }

  private Uni<Void> write(SqlConnection transaction, AnswerBatch batch, Instant now) {
    if (!batch.hasAttempts()) {
      return Uni.createFrom().voidItem();
    }
    return store
        .write(transaction, batch, now)
        .chain(() -> outbox.append(transaction, batch.events()));
  }

  private static String label(AnswerResult result) {
    return result.name().toLowerCase(Locale.ROOT);
  }
}
