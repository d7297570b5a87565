package org.followthrough.bench.bed;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A database of the test bed, over JDBC. */
public final class Database implements AutoCloseable {

  private final String url;
  private final Connection connection;

  Database(String url) throws SQLException {
    this.url = url;
    this.connection = DriverManager.getConnection(url);
  }

  /** Another connection, for the caller to close. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  /** Runs statements in one transaction. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The one number a query answers with. */
  public long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Waits until a query answers with this number. */
  public void await(String what, String sql, long wanted) throws SQLException {
    Patience patience = new Patience(what, Duration.ofMinutes(2));
    while (number(sql) != wanted) {
      patience.lookAgainIn(Duration.ofMillis(20));
    }
  }

  /** Fails the run where what was measured did not do its work. */
  public void require(String what, String sql, long wanted) throws SQLException {
    long found = number(sql);
    if (found != wanted) {
      throw new IllegalStateException(what + ": " + found + ", not " + wanted);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
