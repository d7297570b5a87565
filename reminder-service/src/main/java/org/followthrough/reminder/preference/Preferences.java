package org.followthrough.reminder.preference;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.outbox.OutboxRelay;
import org.followthrough.kit.outbox.PendingEvent;
import org.followthrough.kit.postgres.PgOutbox;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** What people want to get. */
@Singleton
class Preferences {

  static final String UNSUBSCRIBED = "reminder.RecipientUnsubscribed.v1";

  private static final String READER =
      """
      SELECT p.person_id, p.organization_id, p.locale, p.time_zone,
             EXISTS (SELECT 1 FROM people r WHERE r.manager_id = p.person_id) AS manages,
             ARRAY(SELECT category FROM unsubscriptions u WHERE u.person_id = p.person_id) AS ended
        FROM people p WHERE p.person_id = $1
      """;

  private static final String END =
      """
      INSERT INTO unsubscriptions (person_id, category, unsubscribed_at)
      SELECT $1, unnest($2::text[]), $3 ON CONFLICT DO NOTHING
      RETURNING category, nextval('delivery_versions') AS version
      """;

  private static final String RESUME =
      "DELETE FROM unsubscriptions WHERE person_id = $1 AND category = ANY($2::text[])";

  record RecipientUnsubscribed(UUID personId, String category, Instant unsubscribedAt) {}

  private final Pool pool;
  private final PgOutbox outbox;
  private final OutboxRelay relay;
  private final EventComposer composer;
  private final Clock clock;

  Preferences(Pool pool, PgOutbox outbox, OutboxRelay relay, EventComposer composer, Clock clock) {
    this.pool = pool;
    this.outbox = outbox;
    this.relay = relay;
    this.composer = composer;
    this.clock = clock;
  }

  /** The person, or 404 for one who is not known any more. */
  Uni<Reader> reader(UUID personId) {
    return pool.preparedQuery(READER).execute(Tuple.of(personId)).map(Preferences::reader);
  }

  /** Ends these categories for the person, and says so where they were not ended before. */
  Uni<Void> end(Reader reader, List<String> categories) {
    return change(reader, categories, List.of());
  }

  /** The person wants these categories, and no others. */
  Uni<Void> choose(Reader reader, Set<String> wanted) {
    return change(
        reader,
        Category.ALL.stream().filter(category -> !wanted.contains(category)).toList(),
        Category.ALL.stream().filter(wanted::contains).toList());
  }

  private Uni<Void> change(Reader reader, List<String> ended, List<String> resumed) {
    return pool.withTransaction(
            tx ->
                tx.preparedQuery(RESUME)
                    .execute(Tuple.of(reader.personId(), resumed.toArray(String[]::new)))
                    .chain(() -> end(tx, reader, ended)))
        .invoke(relay::wake);
  }

  private Uni<Void> end(SqlConnection tx, Reader reader, List<String> categories) {
    Instant now = clock.instant();
    Tuple values =
        Tuple.of(
            reader.personId(), categories.toArray(String[]::new), now.atOffset(ZoneOffset.UTC));
    return tx.preparedQuery(END)
        .execute(values)
        .chain(rows -> outbox.append(tx, events(reader, now, rows)));
  }

  private List<PendingEvent> events(Reader reader, Instant now, RowSet<Row> rows) {
    List<PendingEvent> events = new ArrayList<>();
    for (Row row : rows) {
      var payload = new RecipientUnsubscribed(reader.personId(), row.getString("category"), now);
      events.add(
          new PendingEvent(
              "reminder.deliveries.v1",
              composer.compose(
                  UNSUBSCRIBED,
                  reader.personId(),
                  row.getLong("version"),
                  reader.organizationId(),
                  payload)));
    }
    return events;
  }

  private static Reader reader(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw new ProblemException(Problem.notFound("page"));
    }
    Row row = rows.iterator().next();
    return new Reader(
        row.getUUID("person_id"),
        row.getUUID("organization_id"),
        row.getString("locale"),
        row.getString("time_zone"),
        row.getBoolean("manages"),
        Set.of(row.getArrayOfStrings("ended")));
  }
}
