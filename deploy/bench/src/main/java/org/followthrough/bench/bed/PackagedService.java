package org.followthrough.bench.bed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.followthrough.embedded.OwnSession;
import org.followthrough.embedded.Ports;

/** A child process of the bench: one of the services from its package, or a peer. */
public final class PackagedService implements AutoCloseable {

  private static final Duration PROBE_LIMIT = Duration.ofSeconds(1);
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final long STOP_SECONDS = 15;

  private final String name;
  private final int port = Ports.free();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final long millisToReady;

  private PackagedService(
      String name, List<String> program, Map<String, String> environment, String probe, Path log)
      throws IOException {
    this.name = name;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(OwnSession.command(command));
    builder.environment().putAll(environment);
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    long begin = System.nanoTime();
    this.process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    awaitReady(probe, log);
    this.millisToReady = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
  }

  /** Starts it, and returns when its probe answers 200. */
  static PackagedService start(
      String name, List<String> program, Map<String, String> environment, String probe, Path logs)
      throws IOException {
    return new PackagedService(name, program, environment, probe, logs.resolve(name + ".log"));
  }

  private void awaitReady(String path, Path log) {
    URI probe = URI.create("http://127.0.0.1:" + port + path);
    HttpRequest request = HttpRequest.newBuilder(probe).timeout(PROBE_LIMIT).build();
    Patience patience = new Patience(name + " is ready, see " + log, START_LIMIT);
    while (!answers(request)) {
      if (!process.isAlive()) {
        throw new IllegalStateException(name + " ended while starting, see " + log);
      }
      patience.lookAgainIn(Duration.ofMillis(10));
    }
  }

  private boolean answers(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public int port() {
    return port;
  }

  /** From the start of the process to the first healthy answer. */
  public long millisToReady() {
    return millisToReady;
  }

  /** Megabytes of memory the process holds now. */
  public double residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
