package org.followthrough.local.stack;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.followthrough.embedded.SmtpInbox;

/**
 * All of Followthrough on one machine: the servers it needs in this process, the five services as
 * child processes that are started again when they die, and one clock for all of them.
 */
public final class LocalStack implements AutoCloseable {

  private static final List<String> PASSED_ON =
      List.of(
          "KAFKA_BOOTSTRAP_SERVERS",
          "FOLLOWTHROUGH_POSTGRES_URL",
          "FOLLOWTHROUGH_POSTGRES_USER",
          "FOLLOWTHROUGH_POSTGRES_PASSWORD",
          "QUARKUS_MONGODB_CONNECTION_STRING",
          "QUARKUS_MAILER_HOST",
          "QUARKUS_MAILER_PORT");

  // A relay on the internet may take minutes to answer, and a claim outlasts that. Ours is at hand:
  // what a killed service had claimed need not wait half an hour. But a machine that stands still
  // for some seconds must not leave a mail in doubt that only waits for its disk.
  private static final Map<String, String> QUICK_RELAY =
      Map.of(
          "REMINDER_MAIL_CONNECT_TIMEOUT", "2s",
          "REMINDER_MAIL_COMMAND_TIMEOUT", "2s",
          "REMINDER_MAIL_FINAL_DOT_TIMEOUT", "40s",
          "REMINDER_DISPATCH_LEASE", "70s");

  /**
   * What a stack is made of.
   *
   * @param root of the built source tree
   * @param data where everything is kept
   * @param fresh whether to wipe that first
   * @param publicUrl of the front door, for links in mails
   * @param start where the clock begins, if the data does not know already
   */
  public record Plan(
      Path root,
      Path data,
      boolean fresh,
      String publicUrl,
      String organization,
      Instant start,
      double speed) {}

  private final Plan plan;
  private final Progress progress;
  private final DataDirectory directory;
  private final Servers servers;
  private final ClockFile clock;
  private final Secrets secrets;
  private final Supervisor supervisor;
  private boolean closed;

  private LocalStack(Plan plan, Progress progress, DataDirectory directory)
      throws IOException, StartFailure {
    this.plan = plan;
    this.progress = progress;
    this.directory = directory;
    Clock machine = Clock.systemUTC();
    this.secrets = Secrets.open(directory.secrets());
    this.clock = ClockFile.open(directory.clock(), machine, plan.start(), 0);
    this.servers = Servers.choose(plan.root(), plan.data(), named(), machine);
    this.supervisor = new Supervisor(directory, progress);
  }

  /**
   * Takes the data directory; nothing runs yet.
   *
   * @throws StartFailure telling what is wrong with it, or what is not built
   */
  public static LocalStack open(Plan plan, Progress progress) throws StartFailure {
    requirePackaged(plan.root());
    DataDirectory directory = DataDirectory.take(plan.data(), plan.fresh());
    try {
      return new LocalStack(plan, progress, directory);
    } catch (IOException e) {
      throw new StartFailure("Cannot use " + plan.data() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Starts everything and returns when all of it is healthy.
   *
   * @throws StartFailure telling what did not come up, and why; nothing is left running then
   */
  public void start() throws StartFailure {
    try {
      startServers();
      progress.say("starting the five services");
      HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
      Map<String, String> environment = environment();
      for (ServiceSpec spec : ServiceSpec.ALL) {
        supervisor.add(
            new ServiceProcess(
                spec.name(), plan.root(), directory.logs(), directory.marker(), environment, http));
      }
      supervisor.startAll();
      clock.runAt(plan.speed());
    } catch (StartFailure | RuntimeException e) {
      close();
      throw e;
    }
  }

  // Not while it is being stopped: what was started then would be forgotten.
  private synchronized void startServers() throws StartFailure {
    if (closed) {
      throw new StartFailure("It was stopped.");
    }
    progress.say("starting Kafka, PostgreSQL, the MongoDB stand-in and the inbox");
    servers.start();
  }

  public ClockFile clock() {
    return clock;
  }

  public Secrets secrets() {
    return secrets;
  }

  /** Empty where mail goes to a server the environment named. */
  public Optional<SmtpInbox> inbox() {
    return servers.inbox();
  }

  public List<ServiceProcess> services() {
    return supervisor.services();
  }

  public ServiceProcess service(String name) {
    return supervisor.service(name);
  }

  /** Waits until all services say they are ready, those that died and came back too. */
  public void awaitReady() throws StartFailure {
    supervisor.awaitReady();
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(servers.addresses());
    if (servers.inbox().isPresent()) {
      environment.putAll(QUICK_RELAY);
    }
    environment.put("FOLLOWTHROUGH_LINK_KEYS", secrets.linkKeys());
    environment.put("FOLLOWTHROUGH_OPERATOR_TOKEN", secrets.operatorToken());
    environment.put("FOLLOWTHROUGH_PUBLIC_URL", plan.publicUrl());
    environment.put("FOLLOWTHROUGH_CLOCK_FILE", clock.path().toString());
    environment.put("FOLLOWTHROUGH_BOOTSTRAP_ORGANIZATION", plan.organization());
    environment.put("FOLLOWTHROUGH_BOOTSTRAP_ORGANIZATION_ID", secrets.organizationId().toString());
    environment.put("FOLLOWTHROUGH_BOOTSTRAP_API_KEY", secrets.apiKey());
    return environment;
  }

  private static Map<String, String> named() {
    return System.getenv().entrySet().stream()
        .filter(variable -> PASSED_ON.contains(variable.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void requirePackaged(Path root) throws StartFailure {
    for (ServiceSpec spec : ServiceSpec.ALL) {
      Path jar = root.resolve(spec.name()).resolve("target/quarkus-app/quarkus-run.jar");
      if (!Files.exists(jar)) {
        throw new StartFailure(spec.name() + " is not built; run: mvn -DskipTests package");
      }
    }
  }

  /** Stops services, then servers, and notes how far the clock has come. Once is enough. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    clock.keep();
    supervisor.close();
    servers.close();
    try {
      directory.close();
    } catch (IOException e) {
      progress.say("cannot give " + plan.data() + " free: " + e.getMessage());
    }
  }
}
