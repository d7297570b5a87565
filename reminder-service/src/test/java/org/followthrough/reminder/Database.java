package org.followthrough.reminder;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Looks into the tables. */
@Singleton
public class Database {

  private final Pool pool;

  Database(Pool pool) {
    this.pool = pool;
  }

  public List<Row> rows(String sql, Object... parameters) {
    return pool.preparedQuery(sql)
        .execute(Tuple.from(List.of(parameters)))
        .map(rows -> rows.stream().toList())
        .await()
        .atMost(Duration.ofSeconds(60));
  }

  public long count(String sql, Object... parameters) {
    return rows(sql, parameters).get(0).getLong(0);
  }

  /** Until the journey is planned with all that it needs to know: nobody will move it by itself. */
  public void awaitPlanned(UUID enrollmentId) {
    awaitCount(
        1,
        "SELECT count(*) FROM journeys WHERE enrollment_id = $1 AND planned_at IS NOT NULL",
        enrollmentId);
  }

  public void awaitCount(long expected, String sql, Object... parameters) {
    Awaitility.await(sql)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> count(sql, parameters) == expected);
  }
}
