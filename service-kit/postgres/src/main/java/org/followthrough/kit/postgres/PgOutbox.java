package org.followthrough.kit.postgres;

import static org.followthrough.kit.postgres.OutboxRows.BUCKETS;
import static org.followthrough.kit.postgres.OutboxRows.COLUMNS;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.followthrough.kit.outbox.OutboxStore;
import org.followthrough.kit.outbox.PendingEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The outbox in PostgreSQL: rows written in the caller's transaction, one statement per batch.
 *
 * <p>A relay holds hash buckets by transaction-scoped advisory locks while it publishes, so that
 * several instances share the work and one aggregate keeps its order. There is no cursor over the
 * position: a row whose transaction commits late is found all the same.
 */
@Singleton
public class PgOutbox implements OutboxStore {

  private static final int LOCK_SPACE = 0x46_54_4f_42;

  private static final String APPEND =
      "INSERT INTO outbox_messages ("
          + COLUMNS
          + ") SELECT "
          + COLUMNS
          + " FROM %s WITH ORDINALITY AS e("
          + COLUMNS
          + ", ordinality) ORDER BY ordinality";

  // Arrays take PostgreSQL less than half of the time that it needs for JSON.
  private static final String APPEND_ARRAYS =
      APPEND.formatted(
          "unnest($1::smallint[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[],"
              + " $7::timestamptz[], $8::uuid[], $9::uuid[], $10::uuid[], $11::bigint[],"
              + " $12::text[], $13::text[])");

  // Hibernate's native queries take no arrays of nulls, but a text.
  private static final String APPEND_JSON =
      APPEND.formatted(
          "ROWS FROM (json_to_recordset(CAST(CAST(:events AS text) AS json)) AS (bucket"
              + " smallint, topic text, event_id uuid, source text, type text, subject text,"
              + " occurred_at timestamptz, organization_id uuid, correlation_id uuid, causation_id"
              + " uuid, aggregate_version bigint, traceparent text, data text))");

  private static final String HOLD =
      "SELECT b FROM generate_series(0, "
          + (BUCKETS - 1)
          + ") b"
          + " WHERE pg_try_advisory_xact_lock("
          + LOCK_SPACE
          + ", b)";

  // A statement of its own after HOLD, for a snapshot younger than the locks: it cannot see rows
  // that the former holder has just removed.
  private static final String READ =
      "SELECT position, "
          + COLUMNS
          + " FROM outbox_messages WHERE bucket = ANY($1)"
          + " ORDER BY position LIMIT $2";

  private static final String REMOVE = "DELETE FROM outbox_messages WHERE position = ANY($1)";

  private static final String BACKLOG =
      "SELECT count(*) AS events,"
          + " coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::float8 AS age"
          + " FROM outbox_messages";

  private final Pool pool;

  PgOutbox(Pool pool) {
    this.pool = pool;
  }

  /**
   * Appends in the transaction of this connection; call {@code OutboxRelay.wake} after commit.
   *
   * <p>Order of one aggregate is the order of the appends, so whoever appends holds a lock on the
   * aggregate (its row, written in the same transaction) as soon as two writers can meet.
   *
   * @param events published in this order, as far as they are of one aggregate
   */
  public Uni<Void> append(SqlClient transaction, List<PendingEvent> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(APPEND_ARRAYS)
        .execute(OutboxRows.arrays(events))
        .replaceWithVoid();
  }

  /** The same, in the transaction of this Hibernate session. */
  public Uni<Void> append(Mutiny.Session session, List<PendingEvent> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery(APPEND_JSON)
        .setParameter("events", OutboxRows.json(events))
        .executeUpdate()
        .replaceWithVoid();
  }

  @Override
  public Uni<Integer> drain(int max, Function<List<PendingEvent>, Uni<Set<UUID>>> publisher) {
    return pool.withTransaction(
        transaction ->
            transaction
                .query(HOLD)
                .execute()
                .map(PgOutbox::buckets)
                .chain(held -> read(transaction, held, max))
                .chain(waiting -> publish(transaction, waiting, publisher)));
  }

  @Override
  public Uni<Backlog> backlog() {
    return pool.query(BACKLOG).execute().map(PgOutbox::backlog);
  }

  private static Uni<Map<Long, PendingEvent>> read(
      SqlConnection transaction, Integer[] held, int max) {
    if (held.length == 0) {
      return Uni.createFrom().item(Map.of());
    }
    return transaction
        .preparedQuery(READ)
        .execute(Tuple.of(held, max))
        .map(
            rows -> {
              var waiting = new LinkedHashMap<Long, PendingEvent>();
              rows.forEach(row -> waiting.put(row.getLong(0), OutboxRows.event(row, 1)));
              return waiting;
            });
  }

  private static Uni<Integer> publish(
      SqlConnection transaction,
      Map<Long, PendingEvent> waiting,
      Function<List<PendingEvent>, Uni<Set<UUID>>> publisher) {
    if (waiting.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    return publisher
        .apply(List.copyOf(waiting.values()))
        .map(acknowledged -> positions(waiting, acknowledged))
        .chain(positions -> transaction.preparedQuery(REMOVE).execute(Tuple.of(positions)))
        .map(RowSet::rowCount);
  }

  private static Object positions(Map<Long, PendingEvent> waiting, Set<UUID> acknowledged) {
    return waiting.entrySet().stream()
        .filter(entry -> acknowledged.contains(entry.getValue().event().id()))
        .map(Map.Entry::getKey)
        .toArray(Long[]::new);
  }

  private static Integer[] buckets(RowSet<Row> rows) {
    List<Integer> held = new ArrayList<>(BUCKETS);
    rows.forEach(row -> held.add(row.getInteger(0)));
    return held.toArray(Integer[]::new);
  }

  private static Backlog backlog(RowSet<Row> rows) {
    Row row = rows.iterator().next();
    return new Backlog(
        row.getLong("events"), Duration.ofMillis(Math.round(row.getDouble("age") * 1_000)));
  }
}
