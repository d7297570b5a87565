package org.followthrough.reminder.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.followthrough.kit.event.EventJson;

/** The table of journeys; every call is one statement for the whole batch. */
@Singleton
class JourneyStore {

  private static final String COLUMNS =
      "enrollment_id, organization_id, learner_id, course_id, facts::text AS facts, planned_at,"
          + " awaits";

  private static final String CREATE =
      """
      INSERT INTO journeys (enrollment_id, organization_id, learner_id, course_id, facts)
      SELECT e, o, l, c, '{}' FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[])
        AS j(e, o, l, c)
      ORDER BY e ON CONFLICT DO NOTHING
      """;

  private static final String LOCK =
      "SELECT "
          + COLUMNS
          + " FROM journeys WHERE enrollment_id = ANY($1)"
          + " ORDER BY enrollment_id FOR UPDATE";

  // Without a lock: people and courses have to be locked before.
  private static final String TO_PLAN =
      "SELECT "
          + COLUMNS
          + " FROM journeys WHERE planned_at IS NULL AND awaits IS NULL"
          + " AND enrollment_id > $1 ORDER BY enrollment_id LIMIT $2";

  private static final String LOCK_TO_PLAN =
      "SELECT "
          + COLUMNS
          + " FROM journeys WHERE enrollment_id = ANY($1)"
          + " AND planned_at IS NULL ORDER BY enrollment_id FOR UPDATE SKIP LOCKED";

  private static final String FIND_BY_COURSE =
      "SELECT "
          + COLUMNS
          + " FROM journeys WHERE organization_id = $1 AND learner_id = $2"
          + " AND course_id = $3 ORDER BY facts #>> '{enrollment,status}' = 'WITHDRAWN',"
          + " enrollment_id DESC LIMIT 1";

  private static final String SAVE =
      """
      UPDATE journeys j SET facts = s.facts::jsonb, planned_at = s.planned_at, awaits = s.awaits
      FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::uuid[])
        AS s(enrollment_id, facts, planned_at, awaits)
      WHERE j.enrollment_id = s.enrollment_id
      """;

  // Whoever is awaited is looked up once, however many journeys wait for them.
  private static final String ARRIVED =
      """
      WITH awaited AS (%s)
      UPDATE journeys SET planned_at = NULL, awaits = NULL WHERE enrollment_id IN
        (SELECT enrollment_id FROM journeys
         WHERE awaits = ANY(ARRAY(
           SELECT person_id FROM people JOIN awaited ON id = person_id UNION ALL
           SELECT course_id FROM courses JOIN awaited ON id = course_id))
         ORDER BY enrollment_id FOR UPDATE)
      """;

  private static final String MARK_ARRIVED = ARRIVED.formatted("SELECT unnest($1::uuid[]) AS id");
  private static final String MARK_ALL_ARRIVED =
      ARRIVED.formatted("SELECT DISTINCT awaits AS id FROM journeys WHERE awaits IS NOT NULL");

  /** Creates those that do not exist yet, with nothing known. */
  Uni<Void> create(SqlClient transaction, Collection<JourneyEvent> firstEvents) {
    return transaction
        .preparedQuery(CREATE)
        .execute(
            Tuple.of(
                firstEvents.stream().map(JourneyEvent::enrollmentId).toArray(UUID[]::new),
                firstEvents.stream().map(JourneyEvent::organizationId).toArray(UUID[]::new),
                firstEvents.stream().map(JourneyEvent::learnerId).toArray(UUID[]::new),
                firstEvents.stream().map(JourneyEvent::courseId).toArray(UUID[]::new)))
        .replaceWithVoid();
  }

  /** Reads and locks, in the order of the ids. */
  Uni<List<Journey>> lock(SqlClient transaction, Collection<UUID> enrollmentIds) {
    return read(transaction, LOCK, Tuple.of(enrollmentIds.toArray(UUID[]::new)));
  }

  /** Those to be planned that follow this one, in the order of the ids. */
  Uni<List<Journey>> toPlan(SqlClient client, UUID after, int max) {
    return read(client, TO_PLAN, Tuple.of(after, max));
  }

  /** Reads and locks those that are still to be planned and that nobody else is at. */
  Uni<List<Journey>> lockToPlan(SqlClient transaction, Collection<Journey> journeys) {
    UUID[] ids = journeys.stream().map(Journey::enrollmentId).toArray(UUID[]::new);
    return read(transaction, LOCK_TO_PLAN, Tuple.of(ids));
  }

  /** The newest of the person and the course, one that was not withdrawn where there is one. */
  Uni<List<Journey>> find(SqlClient client, UUID organizationId, UUID learnerId, UUID courseId) {
    return read(client, FIND_BY_COURSE, Tuple.of(organizationId, learnerId, courseId));
  }

  /** Marks the journeys that await one of these and need not any more; answers with how many. */
  Uni<Integer> markArrived(SqlClient client, Collection<UUID> awaited) {
    UUID[] ids = awaited.toArray(UUID[]::new);
    return client.preparedQuery(MARK_ARRIVED).execute(Tuple.of(ids)).map(rows -> rows.rowCount());
  }

  /** The same for whatever is awaited. */
  Uni<Integer> markArrived(SqlClient client) {
    return client.query(MARK_ALL_ARRIVED).execute().map(rows -> rows.rowCount());
  }

  Uni<Void> save(SqlClient transaction, List<Journey> journeys) {
    return transaction
        .preparedQuery(SAVE)
        .execute(
            Tuple.of(
                journeys.stream().map(Journey::enrollmentId).toArray(UUID[]::new),
                journeys.stream().map(JourneyStore::factsJson).toArray(String[]::new),
                journeys.stream().map(JourneyStore::plannedAt).toArray(OffsetDateTime[]::new),
                journeys.stream().map(Journey::awaits).toArray(UUID[]::new)))
        .replaceWithVoid();
  }

  private static Uni<List<Journey>> read(SqlClient client, String sql, Tuple values) {
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(rows -> rows.stream().map(JourneyStore::journey).toList());
  }

  private static Journey journey(Row row) {
    OffsetDateTime plannedAt = row.getOffsetDateTime("planned_at");
    return new Journey(
        row.getUUID("enrollment_id"),
        row.getUUID("organization_id"),
        row.getUUID("learner_id"),
        row.getUUID("course_id"),
        EventJson.read(row.getString("facts").getBytes(UTF_8), Facts.class),
        plannedAt == null ? null : plannedAt.toInstant(),
        row.getUUID("awaits"));
  }

  private static String factsJson(Journey journey) {
    return new String(EventJson.write(journey.facts()), UTF_8);
  }

  private static OffsetDateTime plannedAt(Journey journey) {
    Instant at = journey.plannedAt();
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
