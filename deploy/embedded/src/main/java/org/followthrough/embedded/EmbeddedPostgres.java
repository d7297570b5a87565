package org.followthrough.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL server as a child process. Services log in as a role that is no superuser, as in
 * production.
 */
public final class EmbeddedPostgres implements StackPart {
  public static final String USER = "followthrough";
  public static final String SUPERUSER = "postgres";

  private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "shared_buffers=64MB",
          "max_connections=120",
          "max_wal_size=512MB",
          "io_method=sync",
          "jit=off",
          "timezone=UTC",
          "log_timezone=UTC",
          "lc_messages=C",
          "log_checkpoints=off",
          // A failed statement is its client's to log; here its text could hold personal data.
          "log_min_messages=log",
          "log_min_error_statement=panic",
          "log_error_verbosity=terse");

  // What dies with the machine only: a killed server has lost nothing, the system still has it all.
  private static final List<String> WITHOUT_SYNC = List.of("fsync=off", "full_page_writes=off");

  private final Path directory;
  private final int port;
  private final List<String> databases;
  private final boolean ephemeral;
  private final PostgresAccount account;
  private PostgresServer server;
  private String password;

  /**
   * @param port 0 for a free one
   * @param databases created where missing
   */
  public EmbeddedPostgres(Path directory, int port, List<String> databases) {
    this(directory, port, databases, false);
  }

  /**
   * @param ephemeral the data need not outlive the machine: faster on a slow disk
   */
  EmbeddedPostgres(Path directory, int port, List<String> databases, boolean ephemeral) {
    this.directory = directory.toAbsolutePath();
    this.port = Ports.orFree(port);
    this.databases = List.copyOf(databases);
    this.ephemeral = ephemeral;
    this.account = PostgresAccount.current();
  }

  @Override
  public synchronized void start() throws IOException, InterruptedException, SQLException {
    Path programs = new PostgresBinaries(account.cache()).unpacked();
    PostgresCluster cluster = new PostgresCluster(directory, programs, account);
    cluster.initialize();
    password = cluster.password();
    new PostgresLeftovers(cluster.files()).stop();
    server =
        PostgresServer.start(
            command(programs, cluster), cluster.files(), directory.resolve("postgres.log"));
    databases().create(databases);
    LOG.log(System.Logger.Level.INFO, "postgres on {0}", url());
  }

  private List<String> command(Path programs, PostgresCluster cluster) {
    Stream<String> program =
        Stream.of(
            programs.resolve("bin/postgres").toString(),
            "-D",
            cluster.files().toString(),
            "-p",
            Integer.toString(port));
    Stream<String> settings =
        Stream.concat(SETTINGS.stream(), ephemeral ? WITHOUT_SYNC.stream() : Stream.empty())
            .flatMap(setting -> Stream.of("-c", setting));
    return account.command(Stream.concat(program, settings).toList());
  }

  /** Creates a database of this name, owned by {@link #USER}, unless there is one. */
  public synchronized void createDatabase(String name) throws SQLException {
    databases().create(List.of(name));
  }

  private PostgresDatabases databases() {
    return new PostgresDatabases(port, password);
  }

  public String url() {
    return "postgresql://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  /** Of both {@link #USER} and {@link #SUPERUSER}. */
  public synchronized String password() {
    return password;
  }

  public synchronized long pid() {
    return server.pid();
  }

  @Override
  public synchronized Map<String, String> properties() {
    return Map.of(
        "FOLLOWTHROUGH_POSTGRES_URL",
        url(),
        "FOLLOWTHROUGH_POSTGRES_USER",
        USER,
        "FOLLOWTHROUGH_POSTGRES_PASSWORD",
        password,
        "POSTGRES_PID",
        Long.toString(server.pid()));
  }

  @Override
  public synchronized void close() {
    if (server == null) {
      return;
    }
    try {
      server.stop();
      server = null;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "postgres did not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
