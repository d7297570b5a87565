package org.followthrough.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts children out of reach of the terminal: Ctrl-C goes to every process of a session, and a
 * child that gets it at the same time as its launcher cannot be stopped in order.
 */
public final class OwnSession {
  private static final boolean POSSIBLE =
      Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
          .anyMatch(directory -> Files.isExecutable(Path.of(directory, "setsid")));

  private OwnSession() {}

  /** The command in a session of its own, with the same process id, where this machine can. */
  public static List<String> command(List<String> words) {
    return POSSIBLE ? Stream.concat(Stream.of("setsid"), words.stream()).toList() : words;
  }
}
