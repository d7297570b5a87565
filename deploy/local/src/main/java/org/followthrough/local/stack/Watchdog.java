package org.followthrough.local.stack;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.followthrough.embedded.OwnSession;

/**
 * Ends the services when this JVM ends without doing so itself. A pipe tells: its other end reads
 * which processes run now, and notices when nobody writes any more.
 */
final class Watchdog implements AutoCloseable {

  private static final String SCRIPT =
      "while read -r line; do pids=$line; done; [ -z \"$pids\" ] || kill $pids 2>/dev/null";

  private final Process process;
  private final Writer pipe;

  private Watchdog(Process process) {
    this.process = process;
    this.pipe = process.outputWriter(StandardCharsets.US_ASCII);
  }

  static Watchdog start() throws IOException {
    return new Watchdog(
        new ProcessBuilder(OwnSession.command(List.of("sh", "-c", SCRIPT)))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** From now on these are watched, and no others. */
  void watch(Collection<Long> pids) throws IOException {
    pipe.write(pids.stream().map(Object::toString).collect(Collectors.joining(" ")) + "\n");
    pipe.flush();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
