package org.followthrough.booster;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
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
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
        .await()
        .atMost(Duration.ofSeconds(60));
  }

  public long count(String sql, Object... parameters) {
    return rows(sql, parameters).get(0).getLong(0);
  }

  public void awaitRow(String sql, Object... parameters) {
    Awaitility.await(sql)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !rows(sql, parameters).isEmpty());
  }
}
