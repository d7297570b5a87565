package org.followthrough.actionplan;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;

/** Holds what it has written, and its locks, until it is told to commit. */
public final class SlowWriter {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final SqlConnection connection;
  private final Transaction transaction;

  private SlowWriter(SqlConnection connection, Transaction transaction) {
    this.connection = connection;
    this.transaction = transaction;
  }

  static SlowWriter begin(Pool pool, String sql, Object... parameters) {
    SqlConnection connection = pool.getConnection().await().atMost(LIMIT);
    Transaction transaction = connection.begin().await().atMost(LIMIT);
    connection.preparedQuery(sql).execute(Tuple.from(List.of(parameters))).await().atMost(LIMIT);
    return new SlowWriter(connection, transaction);
  }

  public void commit() {
    transaction.commit().await().atMost(LIMIT);
    connection.close().await().atMost(LIMIT);
  }
}
