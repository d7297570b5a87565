package org.followthrough.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** On what it was measured. */
final class Machine {

  private static final long KIB_PER_GIB = 1024 * 1024;

  private Machine() {}

  static String describe(Instant now) {
    return "%d cores (%s), %s of memory, %s %s, Java %s; %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            first("/proc/cpuinfo", "model name"),
            memory(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("java.version"),
            now.truncatedTo(ChronoUnit.MINUTES));
  }

  private static String memory() {
    String kib = first("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
    return kib.isEmpty() ? "?" : Math.round(Double.parseDouble(kib) / KIB_PER_GIB) + " GiB";
  }

  private static String first(String file, String name) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("?");
    } catch (IOException e) {
      return "?";
    }
  }
}
