package org.followthrough.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path directory;

  @Test
  void keepsItsRowsWhenItsServerIsKilledAndWhenItIsReopened() throws Exception {
    int port;
    try (EmbeddedPostgres postgres = new EmbeddedPostgres(directory, 0, List.of("one", "two"))) {
      postgres.start();
      port = postgres.port();
      execute(postgres, "create table t (n int)", "insert into t values (1)");
      kill(postgres.pid());
      postgres.close();
      postgres.start();
      execute(postgres, "insert into t values (2)");
    }
    // What a power failure can leave: the number of a process that is another one now.
    Files.writeString(
        directory.resolve("cluster/postmaster.pid"), ProcessHandle.current().pid() + "\n");
    try (EmbeddedPostgres postgres = new EmbeddedPostgres(directory, port, List.of("two"))) {
      postgres.start();
      postgres.createDatabase("three");
      postgres.createDatabase("three");
      assertThat(sum(postgres)).isEqualTo(3);
      assertThatIllegalArgumentException().isThrownBy(() -> postgres.createDatabase("a;b"));
      assertThatThrownBy(() -> execute(postgres, "create role r superuser"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void takesOverFromAServerThatStillRuns() throws Exception {
    EmbeddedPostgres left = new EmbeddedPostgres(directory, 0, List.of("one"));
    left.start();
    ProcessHandle process = ProcessHandle.of(left.pid()).orElseThrow();
    try (EmbeddedPostgres next = new EmbeddedPostgres(directory, left.port(), List.of("one"))) {
      next.start();
      assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(60));
      assertThat(next.password()).isEqualTo(left.password());
      execute(next, "select 1");
    } finally {
      left.close();
    }
  }

  private static void kill(long pid) {
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
  }

  private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:" + postgres.url() + "/one", EmbeddedPostgres.USER, postgres.password());
  }

  private static void execute(EmbeddedPostgres postgres, String... statements) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static int sum(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select sum(n) from t")) {
      row.next();
      return row.getInt(1);
    }
  }
}
