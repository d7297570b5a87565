package org.followthrough.enrollment.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.followthrough.enrollment.sql.Columns;

/** The record of HR events that had their effect: the first transaction to insert one has it. */
@Singleton
class EventClaims {

  private static final String CLAIM =
      "INSERT INTO hr_events (organization_id, event_key, received_at)"
          + " SELECT o, k, $3 FROM unnest($1::uuid[], $2::uuid[]) AS n (o, k)"
          + " ON CONFLICT DO NOTHING RETURNING organization_id, event_key";

  private record Claim(UUID organizationId, UUID key) {
    static final Comparator<Claim> ORDER =
        Comparator.comparing(Claim::organizationId).thenComparing(Claim::key);
  }

  private final Clock clock;

  EventClaims(Clock clock) {
    this.clock = clock;
  }

  /** The events that were never seen before, each of them once. */
  Uni<List<HrEvent>> claim(SqlClient transaction, List<HrEvent> events) {
    // Sorted, so that two transactions with the same events cannot deadlock.
    Map<Claim, HrEvent> distinct = new TreeMap<>(Claim.ORDER);
    events.forEach(
        event -> distinct.putIfAbsent(new Claim(event.organizationId(), event.key()), event));
    return transaction
        .preparedQuery(CLAIM)
        .execute(
            Tuple.of(
                Columns.uuids(distinct.keySet(), Claim::organizationId),
                Columns.uuids(distinct.keySet(), Claim::key),
                Columns.column(clock.instant())))
        .map(
            rows -> {
              Set<Claim> fresh = new HashSet<>();
              rows.forEach(row -> fresh.add(new Claim(row.getUUID(0), row.getUUID(1))));
              distinct.keySet().retainAll(fresh);
              return List.copyOf(distinct.values());
            });
  }
}
