package org.followthrough.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The process ids of a stack's services, for the next launcher should this one be killed. */
final class PidFile {

  private static final long PATIENCE_SECONDS = 10;

  private final Path file;
  private final String marker;

  /**
   * @param marker an argument that only processes of this stack have in their command line
   */
  PidFile(Path file, String marker) {
    this.file = file;
    this.marker = marker;
  }

  void write(Collection<Long> pids) throws IOException {
    Files.writeString(file, pids.stream().map(pid -> pid + "\n").collect(Collectors.joining()));
  }

  /** Ends what still runs of those it names; a number that has gone to another process is not. */
  void endLeftovers() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    List<ProcessHandle> leftovers =
        Files.readAllLines(file).stream()
            .filter(line -> line.matches("\\d{1,18}"))
            .map(line -> ProcessHandle.of(Long.parseLong(line)))
            .flatMap(Optional::stream)
            .filter(this::isOurs)
            .toList();
    leftovers.forEach(ProcessHandle::destroy);
    leftovers.forEach(PidFile::awaitEnd);
    Files.delete(file);
  }

  private boolean isOurs(ProcessHandle process) {
    return process.info().arguments().map(List::of).orElse(List.of()).contains(marker);
  }

  private static void awaitEnd(ProcessHandle process) {
    process
        .onExit()
        .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenAccept(ProcessHandle::destroyForcibly)
        .join();
  }
}
