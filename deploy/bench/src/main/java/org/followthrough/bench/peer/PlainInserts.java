package org.followthrough.bench.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.followthrough.bench.bed.Database;
import org.followthrough.bench.bed.Pace;

/** Inserts events from memory over JDBC: what the database allows, without a service before it. */
public final class PlainInserts {

  private static final String SQL =
      Pattern.compile("\\$\\d").matcher(PlainTables.STORE_EVENTS).replaceAll("?");

  private final Database database;
  private final int connections;
  private final int batch;

  /**
   * Inserts in this way.
   *
   * @param batch events a transaction
   */
  public PlainInserts(Database database, int connections, int batch) {
    this.database = database;
    this.connections = connections;
    this.batch = batch;
  }

  /** Inserts all; the tables are empty before. */
  public Pace run(List<String> events) throws Exception {
    PlainTables.empty(database);
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      long begin = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        running.add(threads.submit(() -> insert(events, next)));
      }
      for (Future<?> each : running) {
        each.get();
      }
      return Pace.of(events.size(), System.nanoTime() - begin);
    } finally {
      threads.shutdown();
    }
  }

  private Void insert(List<String> events, AtomicInteger next) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(SQL)) {
      for (int from = next.getAndAdd(batch); from < events.size(); from = next.getAndAdd(batch)) {
        int to = Math.min(from + batch, events.size());
        String[] ids = new String[to - from];
        for (int i = from; i < to; i++) {
          ids[i - from] = "e-" + i;
        }
        statement.setArray(1, connection.createArrayOf("text", ids));
        statement.setArray(2, connection.createArrayOf("text", events.subList(from, to).toArray()));
        statement.executeUpdate();
      }
    }
    return null;
  }
}
