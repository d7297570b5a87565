package org.followthrough.local.stack;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.followthrough.embedded.SmtpInbox;

/**
 * All of Followthrough on one machine: the servers it needs in this process, the five services as
 * child processes that are started again when they die, and one clock for all of them.
 */
public final class LocalStack implements AutoCloseable {

  private static final Duration READY_LIMIT = Duration.ofSeconds(120);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(8);
  private static final int MOST_RESTARTS = 20;
  private static final List<String> PASSED_ON =
      List.of(
          "KAFKA_BOOTSTRAP_SERVERS",
          "FOLLOWTHROUGH_POSTGRES_URL",
          "FOLLOWTHROUGH_POSTGRES_USER",
          "FOLLOWTHROUGH_POSTGRES_PASSWORD",
          "QUARKUS_MONGODB_CONNECTION_STRING",
          "QUARKUS_MAILER_HOST",
          "QUARKUS_MAILER_PORT");

  /**
   * What a stack is made of.
   *
   * @param root of the built source tree
   * @param data where everything is kept
   * @param publicUrl of the front door, for links in mails
   */
  public record Plan(
      Path root, Path data, String publicUrl, String organization, Instant start, double speed) {}

  private final Plan plan;
  private final Progress progress;
  private final Servers servers;
  private final ClockFile clock;
  private final Secrets secrets;
  private final Map<String, ServiceProcess> services = new TreeMap<>();
  private final Map<String, Integer> restarts = new HashMap<>();
  private volatile boolean stopping;

  private LocalStack(
      Plan plan, Progress progress, Servers servers, ClockFile clock, Secrets secrets) {
    this.plan = plan;
    this.progress = progress;
    this.servers = servers;
    this.clock = clock;
    this.secrets = secrets;
  }

  /**
   * Starts everything and returns when all of it is healthy.
   *
   * @throws StartFailure telling what did not come up, and why; nothing is left running then
   */
  public static LocalStack start(Plan plan, Progress progress) throws StartFailure {
    requirePackaged(plan.root());
    Clock machine = Clock.systemUTC();
    try {
      Files.createDirectories(plan.data().resolve("logs"));
      Secrets secrets = Secrets.open(plan.data().resolve("secrets.properties"));
      Path clockFile = plan.data().resolve("clock.properties");
      ClockFile clock = ClockFile.open(clockFile, machine, plan.start(), 0);
      progress.say("starting Kafka, PostgreSQL, the MongoDB stand-in and the inbox");
      Servers servers = Servers.start(plan.root(), plan.data(), named(), machine);
      var stack = new LocalStack(plan, progress, servers, clock, secrets);
      stack.startServices();
      clock.runAt(plan.speed());
      return stack;
    } catch (IOException e) {
      throw new StartFailure("Cannot use " + plan.data() + ": " + e.getMessage(), e);
    }
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
    return List.copyOf(services.values());
  }

  public ServiceProcess service(String name) {
    return services.get(name);
  }

  /** Waits until all services say they are ready. */
  public void awaitReady() throws StartFailure {
    long deadline = System.nanoTime() + READY_LIMIT.toNanos();
    List<ServiceProcess> waiting = services();
    while (!waiting.isEmpty()) {
      waiting = stillWaiting(waiting);
      if (!waiting.isEmpty() && System.nanoTime() > deadline) {
        throw new StartFailure(notReady(waiting));
      }
    }
  }

  private List<ServiceProcess> stillWaiting(List<ServiceProcess> waiting) throws StartFailure {
    List<ServiceProcess> still = new ArrayList<>();
    for (ServiceProcess service : waiting) {
      if (restarts.getOrDefault(service.name(), 0) == 0 && !service.alive()) {
        throw new StartFailure(ended(service));
      }
      if (service.ready()) {
        progress.say(service.name() + " is ready");
      } else {
        still.add(service);
      }
    }
    if (!still.isEmpty()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(150));
    }
    return still;
  }

  private void startServices() throws StartFailure {
    progress.say("starting the five services");
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Map<String, String> environment = environment();
    try {
      for (ServiceSpec spec : ServiceSpec.ALL) {
        Path logs = plan.data().resolve("logs");
        var service =
            new ServiceProcess(spec.name(), plan.root(), freePort(), logs, environment, http);
        services.put(spec.name(), service);
        service.start();
      }
      awaitReady();
      services.values().forEach(this::superviseOne);
    } catch (StartFailure | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void superviseOne(ServiceProcess service) {
    service.ended().thenRun(() -> startAgain(service));
  }

  private synchronized void startAgain(ServiceProcess service) {
    if (stopping) {
      return;
    }
    if (restarts.merge(service.name(), 1, Integer::sum) > MOST_RESTARTS) {
      progress.say(service.name() + " died too often and stays down; see " + service.log());
      return;
    }
    progress.say(service.name() + " died and is started again; see " + service.log());
    service.start();
    superviseOne(service);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(servers.addresses());
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

  private static int freePort() throws StartFailure {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartFailure("No free port is left on this machine", e);
    }
  }

  private static String ended(ServiceProcess service) {
    return service.name()
        + " ended while starting. The end of "
        + service.log()
        + ":\n  "
        + String.join("\n  ", service.lastWords(15));
  }

  private static String notReady(List<ServiceProcess> waiting) {
    ServiceProcess first = waiting.get(0);
    return first.name()
        + " is not ready after "
        + READY_LIMIT.toSeconds()
        + " seconds. The end of "
        + first.log()
        + ":\n  "
        + String.join("\n  ", first.lastWords(15));
  }

  /** Stops services, then servers, and notes how far the clock has come. */
  @Override
  public void close() {
    synchronized (this) {
      stopping = true;
    }
    clock.keep();
    services.values().parallelStream().forEach(service -> service.stop(STOP_LIMIT));
    servers.close();
  }
}
