package org.followthrough.kit.postgres;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.followthrough.kit.consumer.Inbox;
import org.followthrough.kit.consumer.ReceivedEvent;

/** The inbox in PostgreSQL: one insert per batch, in the transaction of the effect. */
@Singleton
public class PgInbox implements Inbox<SqlClient> {

  private static final String RECORD =
      "INSERT INTO inbox_messages (consumer, event_id) SELECT $1, unnest($2::uuid[])"
          + " ON CONFLICT DO NOTHING RETURNING event_id";

  // Ten days longer than any topic keeps an event.
  private static final String SWEEP =
      "DELETE FROM inbox_messages WHERE seen_at < now() - interval '40 days'";

  private final Pool pool;

  PgInbox(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<List<ReceivedEvent>> firstSeen(
      SqlClient transaction, String consumer, List<ReceivedEvent> events) {
    // Sorted, so that two transactions with the same events cannot deadlock.
    UUID[] ids = events.stream().map(ReceivedEvent::id).distinct().sorted().toArray(UUID[]::new);
    return transaction
        .preparedQuery(RECORD)
        .execute(Tuple.of(consumer, ids))
        .map(
            rows -> {
              Set<UUID> fresh = new HashSet<>();
              rows.forEach(row -> fresh.add(row.getUUID(0)));
              return events.stream().filter(event -> fresh.remove(event.id())).toList();
            });
  }

  @Scheduled(every = "6h", delayed = "10m", identity = "inbox-sweep")
  Uni<Void> sweep() {
    return pool.query(SWEEP).execute().replaceWithVoid();
  }
}
