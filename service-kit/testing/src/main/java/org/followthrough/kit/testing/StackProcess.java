package org.followthrough.kit.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The embedded servers in a process of their own, which tests may kill. It ends with the JVM that
 * started it, even when that is killed. To kill Kafka and leave PostgreSQL alone, start one of
 * these for each.
 */
public final class StackProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

  private final Path data;
  private final boolean ephemeral;
  private StackRequest request;
  private Process process;
  private BufferedReader answers;
  private StackProperties properties;

  private StackProcess(StackRequest request, Path data) {
    this.request = request;
    this.data = data;
    this.ephemeral = request.data().isEmpty();
  }

  /** Returns when all parts can be used. */
  public static StackProcess start(StackRequest request) throws IOException {
    Path data =
        request.data().isPresent()
            ? Files.createDirectories(request.data().get())
            : Files.createTempDirectory("followthrough-stack-");
    StackProcess stack = new StackProcess(request, data);
    try {
      stack.launch();
    } catch (IOException e) {
      stack.close();
      throw e;
    }
    return stack;
  }

  private synchronized void launch() throws IOException {
    process = new ProcessBuilder(command()).redirectError(errors().toFile()).start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    requireReady(START_LIMIT);
    properties = StackProperties.read(data);
    properties.ports().forEach((part, port) -> request = request.port(part, port));
  }

  private List<String> command() {
    Path embedded = RepositoryRoot.find().resolve("deploy/embedded/target");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-cp");
    command.add(embedded.resolve("classes") + File.pathSeparator + embedded.resolve("lib") + "/*");
    command.add("org.followthrough.embedded.EmbeddedStack");
    command.addAll(request.arguments(data));
    return command;
  }

  private Path errors() {
    // A stack that fails deletes its ephemeral data, but not its last words.
    return ephemeral ? data.resolveSibling(data.getFileName() + ".err") : data.resolve("stack.err");
  }

  private void requireReady(Duration limit) throws IOException {
    CompletableFuture<String> line = new CompletableFuture<>();
    Thread reader = new Thread(() -> readLine(line), "stack-answer");
    reader.setDaemon(true);
    reader.start();
    try {
      String answer = line.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!"ready".equals(answer)) {
        throw new IOException("the stack answered " + answer + "; it said: " + complaint());
      }
    } catch (TimeoutException e) {
      process.destroyForcibly();
      throw new IOException("the stack was not ready within " + limit, e);
    } catch (ExecutionException e) {
      throw new IOException("the stack's answer cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void readLine(CompletableFuture<String> line) {
    try {
      line.complete(answers.readLine());
    } catch (IOException e) {
      line.completeExceptionally(e);
    }
  }

  private String complaint() throws IOException {
    return Files.exists(errors()) ? Files.readString(errors()) : "nothing";
  }

  public StackProperties properties() {
    return properties;
  }

  public Path data() {
    return data;
  }

  public InboxReader inbox() {
    return new InboxReader(Path.of(properties.get("INBOX_DIR")));
  }

  /**
   * kill -9 of the process, and with it of all parts; PostgreSQL, a child, then stops by itself.
   */
  public synchronized void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /**
   * Stops the process without ending it: connections stay open and nothing answers any more, until
   * it is {@link #kill killed}.
   */
  public synchronized void freeze() throws IOException, InterruptedException {
    int status =
        new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("the stack cannot be frozen, kill answered " + status);
    }
  }

  /** Starts the process again after {@link #kill}, on the same ports and data. */
  public void restart() throws IOException {
    launch();
  }

  /** kill -9 of the PostgreSQL server and all its backends. */
  public void killPostgres() {
    ProcessHandle server =
        ProcessHandle.of(Long.parseLong(properties.get("POSTGRES_PID"))).orElseThrow();
    List<ProcessHandle> backends = server.descendants().toList();
    server.destroyForcibly();
    backends.forEach(ProcessHandle::destroyForcibly);
    server.onExit().join();
  }

  /** Starts PostgreSQL again on its port and data. */
  public void restartPostgres() throws IOException {
    restart("postgres");
  }

  /** Stops a part in order, unless it is dead, and starts it again on its port and data. */
  public synchronized void restart(String part) throws IOException {
    tell("restart " + part);
    properties = StackProperties.read(data);
  }

  public synchronized void createDatabase(String name) throws IOException {
    tell("database " + name);
  }

  private void tell(String command) throws IOException {
    process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    requireReady(START_LIMIT);
  }

  /** Stops everything. */
  @Override
  public synchronized void close() throws IOException {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    if (ephemeral) {
      TemporaryDirectory.delete(data);
      Files.deleteIfExists(errors());
    }
  }
}
