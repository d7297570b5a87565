package org.followthrough.bench.bed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.followthrough.embedded.EmbeddedPostgres;
import org.followthrough.embedded.EmbeddedStack;
import org.followthrough.embedded.StackOptions;
import org.followthrough.local.stack.Secrets;

/**
 * Kafka, PostgreSQL and the MongoDB stand-in, as the local stack has them, for all contenders
 * alike; services are started from their packages, with the memory they have in production.
 */
public final class TestBed implements AutoCloseable {

  /** A Tuesday morning, within everybody's sending hours in Europe: the services' clock. */
  public static final Instant MORNING = Instant.parse("2027-03-02T09:00:00Z");

  private static final List<String> DATABASES =
      List.of("enrollment", "actionplan", "reminder", "booster", "bench");
  private static final List<String> DEFAULT_JVM =
      List.of("-Xms32m", "-Xmx160m", "-XX:+UseSerialGC", "-Xss512k");

  private final Path root;
  private final Path logs;
  private final EmbeddedStack servers;
  private final Secrets secrets;
  private final Map<String, String> environment = new HashMap<>();
  private Profile profile;

  private TestBed(Path root, Path data, Path logs) throws IOException {
    this.root = root;
    this.logs = logs;
    var options =
        new StackOptions(
            data,
            List.of("kafka", "postgres", "mongo"),
            Map.of(),
            DATABASES,
            Optional.of(root.resolve("deploy/topics.txt")),
            false,
            true);
    this.servers = new EmbeddedStack(options, Clock.systemUTC());
    this.secrets = Secrets.open(data.resolve("secrets.properties"));
  }

  /**
   * Starts the servers, with empty databases.
   *
   * @param data of the servers, gone at the end
   * @param logs of the services, kept
   */
  public static TestBed open(Path root, Path data, Path logs) throws IOException {
    Files.createDirectories(data);
    Files.createDirectories(logs);
    TestBed bed = new TestBed(root, data, logs);
    bed.servers.start();
    bed.environment.putAll(bed.servers.properties());
    bed.environment.putAll(bed.ownSettings());
    return bed;
  }

  /** From now on notes where the time goes; what is measured meanwhile is no figure to quote. */
  public void profile() throws Exception {
    profile = new Profile(servers, logs);
    profile.begin();
  }

  /** Tells where it went. */
  public void printProfile() throws SQLException {
    if (profile != null) {
      profile.print();
    }
  }

  private Map<String, String> ownSettings() {
    return Map.of(
        "FOLLOWTHROUGH_LINK_KEYS", secrets.linkKeys(),
        "FOLLOWTHROUGH_OPERATOR_TOKEN", secrets.operatorToken(),
        "FOLLOWTHROUGH_PUBLIC_URL", "https://learn.example.org",
        "FOLLOWTHROUGH_CLOCK_START", MORNING.toString(),
        "FOLLOWTHROUGH_BOOTSTRAP_ORGANIZATION", "Bench",
        "FOLLOWTHROUGH_BOOTSTRAP_ORGANIZATION_ID", secrets.organizationId().toString(),
        "FOLLOWTHROUGH_BOOTSTRAP_API_KEY", secrets.apiKey(),
        "QUARKUS_MAILER_HOST", "127.0.0.1",
        "QUARKUS_MAILER_PORT", "9");
  }

  /** Starts a service from its package and waits until it is ready. */
  public PackagedService start(String service, Map<String, String> more) throws IOException {
    List<String> program = new ArrayList<>(jvm());
    if (profile != null) {
      program.addAll(profile.jvmOptions(service));
    }
    program.add("-Duser.timezone=UTC");
    program.add("-jar");
    program.add(root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar").toString());
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return PackagedService.start(service, program, all, "/ops/health/ready", logs);
  }

  /** Starts a peer, with the memory and collector of a service, and the address of a database. */
  public PackagedService startPeer(Class<?> main) throws IOException {
    List<String> program = new ArrayList<>(jvm());
    program.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Map<String, String> database = Map.of("BENCH_DATABASE", jdbcUrl("bench").substring(5));
    return PackagedService.start("peer", program, database, "/", logs);
  }

  private static List<String> jvm() {
    String named = System.getenv("FOLLOWTHROUGH_BENCH_JVM");
    return named == null ? DEFAULT_JVM : List.of(named.strip().split("\\s+"));
  }

  /** What the services' processes are started with, for the report. */
  public static String jvmOptions() {
    return String.join(" ", jvm());
  }

  public Database database(String name) throws SQLException {
    return new Database(jdbcUrl(name));
  }

  private String jdbcUrl(String name) {
    return "jdbc:"
        + servers.postgres().url()
        + "/"
        + name
        + "?user="
        + EmbeddedPostgres.USER
        + "&password="
        + servers.postgres().password();
  }

  public String kafka() {
    return environment.get("KAFKA_BOOTSTRAP_SERVERS");
  }

  public Secrets secrets() {
    return secrets;
  }

  @Override
  public void close() {
    servers.close();
  }
}
