package org.followthrough.bench.bed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.followthrough.embedded.EmbeddedPostgres;
import org.followthrough.embedded.EmbeddedStack;

/** Where the time goes: a flight recording of each service, and the costliest statements. */
final class Profile {

  private static final String TOP =
      """
      SELECT datname, calls, round(total_exec_time) AS total, round(mean_exec_time::numeric, 2) AS mean,
             rows, left(regexp_replace(query, '\\s+', ' ', 'g'), 150) AS query
      FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
      ORDER BY total_exec_time DESC LIMIT 16
      """;

  private final EmbeddedStack servers;
  private final Path directory;

  Profile(EmbeddedStack servers, Path directory) {
    this.servers = servers;
    this.directory = directory;
  }

  /** Lets PostgreSQL count what statements take. */
  void begin() throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
    }
    servers.restart("postgres");
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION pg_stat_statements");
    }
  }

  /** What a JVM is to be started with. */
  List<String> jvmOptions(String service) {
    Path file = directory.resolve(service + ".jfr");
    return List.of(
        "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + file,
        "-Xlog:jfr*=off");
  }

  void print() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TOP)) {
      System.err.println("  database    calls  total ms   mean ms     rows  statement");
      while (rows.next()) {
        System.err.printf(
            "  %-10s %6d %9.0f %9.2f %8d  %s%n",
            rows.getString(1),
            rows.getLong(2),
            rows.getDouble(3),
            rows.getDouble(4),
            rows.getLong(5),
            rows.getString(6));
      }
    }
  }

  private Connection connect() throws SQLException {
    EmbeddedPostgres postgres = servers.postgres();
    return DriverManager.getConnection(
        "jdbc:" + postgres.url() + "/postgres", EmbeddedPostgres.SUPERUSER, postgres.password());
  }
}
