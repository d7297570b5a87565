package org.followthrough.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One running server process, a child of this JVM that does not outlive it. */
final class PostgresServer {
  private static final String READY = "database system is ready to accept connections";
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final Process process;
  private final Process watchdog;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private PostgresServer(Process process, Process watchdog) {
    this.process = process;
    this.watchdog = watchdog;
  }

  static PostgresServer start(List<String> command, Path workingDirectory, Path log)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(OwnSession.command(command))
            .directory(workingDirectory.toFile())
            .redirectErrorStream(true)
            .start();
    PostgresServer server = new PostgresServer(process, watchdog(process.pid()));
    Thread reader = new Thread(() -> server.copyOutput(log), "postgres-log");
    reader.setDaemon(true);
    reader.start();
    server.awaitReady();
    return server;
  }

  // Holds one end of a pipe whose other end dies with this JVM, however that ends.
  private static Process watchdog(long pid) throws IOException {
    List<String> command =
        List.of("sh", "-c", "cat >/dev/null; kill -INT \"$0\" 2>/dev/null", Long.toString(pid));
    return new ProcessBuilder(OwnSession.command(command))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void copyOutput(Path log) {
    String last = "no output";
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        Writer out =
            Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.append(line).append('\n').flush();
        last = line;
        if (line.endsWith(READY)) {
          ready.complete(null);
        }
      }
      ready.completeExceptionally(new IOException("PostgreSQL ended: " + last));
    } catch (IOException | UncheckedIOException e) {
      ready.completeExceptionally(e);
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    try {
      ready.get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      stop();
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      stop();
      throw new IOException("PostgreSQL was not ready after " + START_LIMIT, e);
    }
  }

  long pid() {
    return process.pid();
  }

  void stop() throws IOException, InterruptedException {
    if (process.isAlive()) {
      Signals.interrupt(process.pid());
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
    }
    watchdog.destroyForcibly().waitFor();
  }
}
