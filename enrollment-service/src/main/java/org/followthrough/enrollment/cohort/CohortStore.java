package org.followthrough.enrollment.cohort;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.followthrough.enrollment.fact.CohortRef;
import org.followthrough.enrollment.fact.Ref;
import org.followthrough.enrollment.sql.Columns;
import org.followthrough.kit.event.EventComposer;

/** The cohorts table, one statement per batch. */
@Singleton
public class CohortStore {

  private static final String KEYS =
      " FROM unnest($1::uuid[], $2::text[], $3::text[]%s) AS k (organization_id, course, cohort%s)"
          + " JOIN courses c ON c.organization_id = k.organization_id"
          + " AND c.external_id = k.course";

  private static final String ADD_STUBS =
      "INSERT INTO cohorts (cohort_id, organization_id, course_id, external_id)"
          + " SELECT k.id, k.organization_id, c.course_id, k.cohort"
          + KEYS.formatted(", $4::uuid[]", ", id")
          + " ORDER BY k.organization_id, k.course, k.cohort"
          + " ON CONFLICT (course_id, external_id) DO NOTHING";

  private static final String FIND_IDS =
      "SELECT k.organization_id, k.course, k.cohort, h.cohort_id"
          + KEYS.formatted("", "")
          + " JOIN cohorts h ON h.course_id = c.course_id AND h.external_id = k.cohort";

  private static final String LOCK =
      "SELECT * FROM cohorts WHERE cohort_id = ANY($1) ORDER BY cohort_id FOR ";

  private static final String WRITE =
      "UPDATE cohorts c SET title = n.title, starts_on = n.starts_on, ends_on = n.ends_on,"
          + " schedule_time = n.schedule_time, schedule_event = n.schedule_event,"
          + " schedule_source = n.schedule_source, version = n.version"
          + " FROM unnest($1::uuid[], $2::text[], $3::date[], $4::date[], $5::timestamptz[],"
          + " $6::text[], $7::text[], $8::int8[]) AS n (cohort_id, title, starts_on, ends_on,"
          + " schedule_time, schedule_event, schedule_source, version)"
          + " WHERE c.cohort_id = n.cohort_id";

  /** Our ids of those of these cohorts that were mentioned before. */
  public Uni<Map<CohortRef, UUID>> find(SqlClient transaction, List<CohortRef> refs) {
    if (refs.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return transaction
        .preparedQuery(FIND_IDS)
        .execute(Tuple.tuple(keys(refs)))
        .map(CohortStore::ids);
  }

  /**
   * Our ids of cohorts that seem to be mentioned for the first time, whose courses are known. Refs
   * come sorted.
   */
  public Uni<Map<CohortRef, UUID>> add(SqlClient transaction, List<CohortRef> refs) {
    if (refs.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    List<Object> columns = keys(refs);
    columns.add(Columns.uuids(refs, ref -> EventComposer.newId()));
    return Uni.combine()
        .all()
        .unis(
            transaction.preparedQuery(ADD_STUBS).execute(Tuple.tuple(columns)),
            find(transaction, refs))
        .with((added, found) -> found);
  }

  private static List<Object> keys(List<CohortRef> refs) {
    List<Object> columns = new ArrayList<>();
    columns.add(Columns.uuids(refs, ref -> ref.course().organizationId()));
    columns.add(Columns.texts(refs, ref -> ref.course().externalId()));
    columns.add(Columns.texts(refs, CohortRef::externalId));
    return columns;
  }

  /**
   * Locks and reads these cohorts until the transaction ends.
   *
   * @param toWrite false where it is enough that nobody else moves their dates meanwhile
   */
  public Uni<List<CohortSnapshot>> lock(
      SqlClient transaction, Collection<UUID> cohortIds, boolean toWrite) {
    if (cohortIds.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return transaction
        .preparedQuery(LOCK + (toWrite ? "NO KEY UPDATE" : "SHARE"))
        .execute(Tuple.of(cohortIds.toArray(UUID[]::new)))
        .map(rows -> rows.stream().map(CohortStore::cohort).toList());
  }

  /** Writes cohorts that are locked. */
  public Uni<Void> write(SqlClient transaction, List<CohortSnapshot> cohorts) {
    return cohorts.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction.preparedQuery(WRITE).execute(Tuple.tuple(columns(cohorts))).replaceWithVoid();
  }

  private static List<Object> columns(List<CohortSnapshot> cohorts) {
    List<Object> columns = new ArrayList<>();
    columns.add(Columns.uuids(cohorts, CohortSnapshot::cohortId));
    columns.add(Columns.texts(cohorts, CohortSnapshot::title));
    columns.add(Columns.dates(cohorts, cohort -> cohort.dates().startsOn()));
    columns.add(Columns.dates(cohorts, cohort -> cohort.dates().endsOn()));
    columns.addAll(Columns.stamps(cohorts, CohortSnapshot::scheduleStamp));
    columns.add(Columns.longs(cohorts, CohortSnapshot::version));
    return columns;
  }

  private static Map<CohortRef, UUID> ids(RowSet<Row> rows) {
    Map<CohortRef, UUID> ids = new HashMap<>();
    rows.forEach(
        row -> {
          Ref course = new Ref(row.getUUID(0), row.getString(1));
          ids.put(new CohortRef(course, row.getString(2)), row.getUUID(3));
        });
    return ids;
  }

  private static CohortSnapshot cohort(Row row) {
    return new CohortSnapshot(
        row.getUUID("cohort_id"),
        row.getString("title"),
        new CohortDates(row.getLocalDate("starts_on"), row.getLocalDate("ends_on")),
        Columns.stamp(row, "schedule"),
        row.getLong("version"));
  }
}
