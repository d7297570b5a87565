package org.followthrough.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * A line per component on standard error, warnings of all libraries in a file, nothing on standard
 * output.
 */
public final class QuietLogging {
  private static final int FILE_BYTES = 5_000_000;
  // Held here, or a collected logger would forget its level.
  private static final Logger OURS = Logger.getLogger("org.followthrough");

  private QuietLogging() {}

  /** Replaces whatever logging this JVM had. */
  public static void install(Path data) throws IOException {
    Files.createDirectories(data);
    LogManager.getLogManager().reset();
    FileHandler file =
        new FileHandler(
            data.resolve("stack.log").toString().replace("%", "%%"), FILE_BYTES, 1, true);
    file.setFormatter(new SimpleFormatter());
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(file);
    ConsoleHandler console = new ConsoleHandler();
    console.setFormatter(new Line());
    OURS.setLevel(Level.INFO);
    OURS.addHandler(console);
  }

  private static final class Line extends Formatter {
    @Override
    public String format(LogRecord record) {
      String cause = record.getThrown() == null ? "" : ": " + record.getThrown();
      return formatMessage(record) + cause + "\n";
    }
  }
}
