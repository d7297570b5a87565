package org.followthrough.enrollment.enrollment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.followthrough.enrollment.sql.Columns;
import org.followthrough.enrollment.sql.OvertakenException;
import org.followthrough.kit.event.EventJson;

/** The course histories, one statement per batch. */
@Singleton
class HistoryStore {

  private static final String LOCK =
      "SELECT h.organization_id, h.person_id, h.course_id, h.revision, h.facts::text AS facts"
          + " FROM unnest($1::uuid[], $2::uuid[]) AS k (person_id, course_id)"
          + " JOIN course_histories h USING (person_id, course_id)"
          + " ORDER BY h.person_id, h.course_id FOR NO KEY UPDATE OF h";

  private static final String ROWS =
      " FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::int8[])"
          + " AS n (person_id, course_id, organization_id, facts, revision)";

  private static final String INSERT =
      "INSERT INTO course_histories (person_id, course_id, organization_id, facts, revision)"
          + " SELECT person_id, course_id, organization_id, facts::json, revision"
          + ROWS;

  private static final String UPDATE =
      "UPDATE course_histories h SET facts = n.facts::json, revision = n.revision"
          + ROWS
          + " WHERE h.person_id = n.person_id AND h.course_id = n.course_id";

  private static final String UNIQUE_VIOLATION = "23505";

  /** Locks and reads what is stored of these groups until the transaction ends. */
  Uni<List<StoredHistory>> lock(SqlClient transaction, Collection<Group> groups) {
    return transaction
        .preparedQuery(LOCK)
        .execute(
            Tuple.of(
                Columns.uuids(groups, Group::personId), Columns.uuids(groups, Group::courseId)))
        .map(rows -> rows.stream().map(HistoryStore::history).toList());
  }

  /**
   * Adds new histories; sorted by group.
   *
   * @return fails with {@link OvertakenException} if someone else has added one of them meanwhile
   */
  Uni<Void> insert(SqlClient transaction, List<StoredHistory> histories) {
    return write(transaction, INSERT, histories)
        .onFailure(HistoryStore::isTaken)
        .transform(taken -> new OvertakenException());
  }

  /** Writes histories that are locked. */
  Uni<Void> update(SqlClient transaction, List<StoredHistory> histories) {
    return write(transaction, UPDATE, histories);
  }

  private static boolean isTaken(Throwable fault) {
    return fault instanceof PgException pg && UNIQUE_VIOLATION.equals(pg.getSqlState());
  }

  private static Uni<Void> write(SqlClient transaction, String sql, List<StoredHistory> histories) {
    if (histories.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                Columns.uuids(histories, history -> history.group().personId()),
                Columns.uuids(histories, history -> history.group().courseId()),
                Columns.uuids(histories, history -> history.group().organizationId()),
                Columns.texts(histories, history -> json(history.history().facts())),
                Columns.longs(histories, history -> history.revision() + 1)))
        .replaceWithVoid();
  }

  private static String json(List<Fact> facts) {
    return new String(EventJson.write(facts), UTF_8);
  }

  private static StoredHistory history(Row row) {
    UUID organizationId = row.getUUID("organization_id");
    Group group = new Group(organizationId, row.getUUID("person_id"), row.getUUID("course_id"));
    byte[] facts = row.getString("facts").getBytes(UTF_8);
    return new StoredHistory(
        group,
        new CourseHistory(Arrays.asList(EventJson.read(facts, Fact[].class))),
        row.getLong("revision"));
  }
}
