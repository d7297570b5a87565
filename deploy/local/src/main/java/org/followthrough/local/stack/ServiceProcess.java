package org.followthrough.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.followthrough.embedded.OwnSession;
import org.followthrough.embedded.Ports;

/** A service as a child process: its packaged jar, its own log file, its health. */
public final class ServiceProcess {

  private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);

  private static final Pattern FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. \\d+ more)");

  private final String name;
  private final Path jar;
  private final int port;
  private final Path log;
  private final String marker;
  private final Map<String, String> environment;
  private final HttpClient http;
  private volatile Process process;

  /**
   * @param marker an argument by which others can tell whose process this is
   */
  ServiceProcess(
      String name,
      Path root,
      Path logs,
      String marker,
      Map<String, String> environment,
      HttpClient http) {
    this.name = name;
    this.jar = root.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    this.port = Ports.free();
    this.log = logs.resolve(name + ".log");
    this.marker = marker;
    this.environment = environment;
    this.http = http;
  }

  public String name() {
    return name;
  }

  public int port() {
    return port;
  }

  public Path log() {
    return log;
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process != null && process.isAlive();
  }

  /** Completes when the process has ended, however it ended. */
  public CompletableFuture<Process> ended() {
    return process.onExit();
  }

  void start() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Small on purpose: five of these share a laptop with the servers they use.
    command.addAll(List.of("-Xms32m", "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Xss512k", "-Duser.timezone=UTC", marker, "-jar", jar.toString()));
    var builder = new ProcessBuilder(OwnSession.command(command)).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  /** Whether it says that it can work. */
  public boolean ready() {
    URI probe = URI.create("http://127.0.0.1:" + port + "/ops/health/ready");
    HttpRequest request = HttpRequest.newBuilder(probe).timeout(PROBE_LIMIT).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends it in an orderly way, and by force if it will not. */
  void stop(Duration patience) {
    if (process == null) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Kills it at once, as a crash would; returns when it is dead. */
  public void kill() {
    Process victim = process;
    victim.destroyForcibly();
    victim.onExit().join();
  }

  /** The last lines of its log, for somebody who wants to know why. */
  public List<String> lastWords(int lines) {
    try {
      List<String> all =
          Files.readAllLines(log).stream().filter(line -> !FRAME.matcher(line).find()).toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      return List.of("(no log at " + log + ")");
    }
  }
}
