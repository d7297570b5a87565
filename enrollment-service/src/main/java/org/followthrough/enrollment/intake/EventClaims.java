package org.followthrough.enrollment.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.followthrough.enrollment.sql.Columns;

/** The record of HR events that had their effect: the first transaction to insert one has it. */
@Singleton
class EventClaims {

  private static final String CLAIM =
      "INSERT INTO hr_events (event_key, received_at)"
          + " SELECT k, $2 FROM unnest($1::uuid[]) AS n (k) WHERE "
          + TransactionBegin.IS_DONE
          + " ON CONFLICT DO NOTHING RETURNING event_key";

  private final Clock clock;

  EventClaims(Clock clock) {
    this.clock = clock;
  }

  /** The events that were never seen before, each of them once. */
  Uni<List<HrEvent>> claim(SqlClient transaction, List<HrEvent> events) {
    // Sorted, so that two transactions with the same events cannot deadlock.
    Map<UUID, HrEvent> distinct = new TreeMap<>();
    events.forEach(event -> distinct.putIfAbsent(event.key(), event));
    Object keys = distinct.keySet().toArray(UUID[]::new);
    return transaction
        .preparedQuery(CLAIM)
        .execute(Tuple.of(keys, Columns.column(clock.instant())))
        .map(
            rows -> {
              List<HrEvent> fresh = new ArrayList<>(rows.size());
              rows.forEach(row -> fresh.add(distinct.get(row.getUUID(0))));
              return fresh;
            });
  }
}
