package org.followthrough.enrollment.enrollment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.followthrough.enrollment.sql.Columns;

/** The enrollments table, one statement per batch. */
@Singleton
class EnrollmentStore {

  private static final String LOCK =
      "SELECT * FROM enrollments WHERE (organization_id, enrollment_id) IN ("
          + "SELECT e.organization_id, e.enrollment_id"
          + " FROM unnest($1::uuid[], $2::uuid[]) AS k (person_id, course_id)"
          + " JOIN enrollments e USING (person_id, course_id)"
          + " UNION SELECT organization_id, enrollment_id FROM enrollments"
          + " WHERE cohort_id = ANY($3))"
          + " ORDER BY enrollment_id FOR NO KEY UPDATE";

  private static final String COLUMNS =
      "enrollment_id, organization_id, person_id, course_id, cohort_id, starts_on, ends_on,"
          + " enrolled_at, completed_at, withdrawn_at, status, version";

  private static final String ROWS =
      " FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[],"
          + " $6::date[], $7::date[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[],"
          + " $11::text[], $12::int8[]) AS n ("
          + COLUMNS
          + ")";

  private static final String INSERT =
      "INSERT INTO enrollments (" + COLUMNS + ") SELECT " + COLUMNS + ROWS;

  private static final String UPDATE =
      "UPDATE enrollments e SET cohort_id = n.cohort_id, starts_on = n.starts_on,"
          + " ends_on = n.ends_on, enrolled_at = n.enrolled_at, completed_at = n.completed_at,"
          + " withdrawn_at = n.withdrawn_at, status = n.status, version = n.version"
          + ROWS
          + " WHERE e.organization_id = n.organization_id AND e.enrollment_id = n.enrollment_id";

  /** Locks and reads the enrollments of these groups and of these cohorts. */
  Uni<List<EnrollmentSnapshot>> lock(
      SqlClient transaction, Collection<Group> groups, Collection<UUID> cohortIds) {
    return transaction
        .preparedQuery(LOCK)
        .execute(
            Tuple.of(
                Columns.uuids(groups, Group::personId),
                Columns.uuids(groups, Group::courseId),
                cohortIds.toArray(UUID[]::new)))
        .map(rows -> rows.stream().map(EnrollmentStore::enrollment).toList());
  }

  /** Adds new enrollments. */
  Uni<Void> insert(SqlClient transaction, List<EnrollmentSnapshot> rows) {
    return write(transaction, INSERT, rows);
  }

  /** Writes enrollments that are locked. */
  Uni<Void> update(SqlClient transaction, List<EnrollmentSnapshot> rows) {
    return write(transaction, UPDATE, rows);
  }

  private static Uni<Void> write(SqlClient transaction, String sql, List<EnrollmentSnapshot> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction.preparedQuery(sql).execute(Tuple.tuple(columns(rows))).replaceWithVoid();
  }

  private static List<Object> columns(List<EnrollmentSnapshot> rows) {
    return List.of(
        Columns.uuids(rows, EnrollmentSnapshot::enrollmentId),
        Columns.uuids(rows, EnrollmentSnapshot::organizationId),
        Columns.uuids(rows, EnrollmentSnapshot::personId),
        Columns.uuids(rows, EnrollmentSnapshot::courseId),
        Columns.uuids(rows, EnrollmentSnapshot::cohortId),
        Columns.dates(rows, EnrollmentSnapshot::startsOn),
        Columns.dates(rows, EnrollmentSnapshot::endsOn),
        Columns.instants(rows, EnrollmentSnapshot::enrolledAt),
        Columns.instants(rows, EnrollmentSnapshot::completedAt),
        Columns.instants(rows, EnrollmentSnapshot::withdrawnAt),
        Columns.texts(rows, row -> row.status().word()),
        Columns.longs(rows, EnrollmentSnapshot::version));
  }

  private static EnrollmentSnapshot enrollment(Row row) {
    return new EnrollmentSnapshot(
        row.getUUID("enrollment_id"),
        row.getUUID("organization_id"),
        row.getUUID("person_id"),
        row.getUUID("course_id"),
        row.getUUID("cohort_id"),
        row.getLocalDate("starts_on"),
        row.getLocalDate("ends_on"),
        Columns.instant(row.getOffsetDateTime("enrolled_at")),
        Columns.instant(row.getOffsetDateTime("completed_at")),
        Columns.instant(row.getOffsetDateTime("withdrawn_at")),
        Status.ofWord(row.getString("status")),
        row.getLong("version"));
  }
}
