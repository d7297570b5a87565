package org.followthrough.booster.track;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.followthrough.booster.BoosterConfig;
import org.followthrough.booster.question.QuestionContent;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.outbox.OutboxRelay;
import org.followthrough.kit.postgres.PgOutbox;

/** Moves tracks on: closes what was left unanswered, issues what comes next, ends what is over. */
@ApplicationScoped
class TrackService {

  private final Pool pool;
  private final TrackStore store;
  private final PgOutbox outbox;
  private final OutboxRelay relay;
  private final EventComposer composer;
  private final Clock clock;
  private final Gaps gaps;

  TrackService(
      Pool pool,
      TrackStore store,
      PgOutbox outbox,
      OutboxRelay relay,
      EventComposer composer,
      Clock clock,
      BoosterConfig config) {
    this.pool = pool;
    this.store = store;
    this.outbox = outbox;
    this.relay = relay;
    this.composer = composer;
    this.clock = clock;
    this.gaps = Gaps.of(config.gaps());
  }

  /** Takes the next step of up to limit due tracks in one transaction; tells how many. */
  Uni<Integer> stepDue(int limit) {
    return pool.withTransaction(
            transaction ->
                store
                    .claim(transaction, clock.instant(), limit)
                    .call(tracks -> step(transaction, tracks))
                    .map(List::size))
        .invoke(relay::wake);
  }

  private Uni<Void> step(SqlConnection transaction, List<DueTrack> tracks) {
    return tracks.isEmpty()
        ? Uni.createFrom().voidItem()
        : store
            .banks(transaction, tracks)
            // Now that all is read: until then the database may have let us wait for any time.
            .chain(banks -> step(transaction, tracks, banks, clock.instant()));
  }

  private Uni<Void> step(
      SqlConnection transaction,
      List<DueTrack> tracks,
      Map<UUID, Map<UUID, QuestionContent>> banks,
      Instant now) {
    var steps = new StepBatch(composer, gaps, now);
    tracks.forEach(due -> steps.add(due, banks.getOrDefault(due.owner().courseId(), Map.of())));
    return store
        .write(transaction, steps, now)
        .chain(() -> outbox.append(transaction, steps.events()));
  }
}
