package org.followthrough.reminder.people;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds our ids by the HR system's. */
@Singleton
public class PeopleDirectory {

  // An erased person may have come back: the one that lives counts.
  private static final String PERSON =
      "SELECT person_id FROM people WHERE organization_id = $1 AND external_id = $2"
          + " ORDER BY gone, version DESC, person_id LIMIT 1";

  private static final String COURSE =
      "SELECT course_id FROM courses WHERE organization_id = $1 AND external_id = $2"
          + " ORDER BY version DESC, course_id LIMIT 1";

  public Uni<Optional<UUID>> person(SqlClient client, UUID organizationId, String externalId) {
    return find(client, PERSON, organizationId, externalId);
  }

  public Uni<Optional<UUID>> course(SqlClient client, UUID organizationId, String externalId) {
    return find(client, COURSE, organizationId, externalId);
  }

  private static Uni<Optional<UUID>> find(
      SqlClient client, String sql, UUID organizationId, String externalId) {
    // PostgreSQL's text has no place for it, so nothing has that id.
    if (externalId.indexOf('\0') >= 0) {
      return Uni.createFrom().item(Optional.empty());
    }
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(organizationId, externalId))
        .map(PeopleDirectory::first);
  }

  private static Optional<UUID> first(RowSet<Row> rows) {
    return rows.stream().map(row -> row.getUUID(0)).findFirst();
  }
}
