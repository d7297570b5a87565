package org.followthrough.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a stack that was killed left behind on a cluster: a running server, its orphans, a stale pid
 * file.
 */
final class PostgresLeftovers {
  private static final System.Logger LOG = System.getLogger(PostgresLeftovers.class.getName());
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration POLITE = Duration.ofSeconds(15);

  // Of one that waits for its disk even kill -9 takes long, and as long no other can start.
  private static final Duration FORCED = Duration.ofSeconds(60);

  private final Path cluster;

  PostgresLeftovers(Path cluster) {
    this.cluster = cluster;
  }

  void stop() throws IOException, InterruptedException {
    Path pidFile = cluster.resolve("postmaster.pid");
    Optional<ProcessHandle> server = server(pidFile);
    if (server.isPresent()) {
      Signals.interrupt(server.get().pid());
      await(server.get(), POLITE);
    }
    for (ProcessHandle orphan : processes()) {
      orphan.destroyForcibly();
      await(orphan, FORCED);
    }
    // PostgreSQL itself is misled by the file when another process has got the old number.
    if (server(pidFile).isEmpty()) {
      Files.deleteIfExists(pidFile);
    }
  }

  private Optional<ProcessHandle> server(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(ProcessHandle::isAlive)
        .filter(this::worksHere);
  }

  private List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses().filter(this::hasThisDirectory).toList();
  }

  private boolean worksHere(ProcessHandle process) {
    if (Files.isDirectory(Path.of("/proc/self"))) {
      return hasThisDirectory(process);
    }
    return process.info().command().filter(command -> command.endsWith("postgres")).isPresent();
  }

  // Every process of a server works in the cluster's directory. A zombie has no directory any more.
  private boolean hasThisDirectory(ProcessHandle process) {
    try {
      Path working = Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
      return working.equals(cluster.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  // A zombie that nobody reaps never exits for its handle, but works nowhere any more.
  private void await(ProcessHandle process, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (worksHere(process) && System.nanoTime() < deadline) {
      try {
        process.onExit().get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        LOG.log(System.Logger.Level.DEBUG, "process {0} is still there", process.pid());
      } catch (ExecutionException e) {
        throw new IllegalStateException("cannot wait for process " + process.pid(), e);
      }
    }
  }
}
