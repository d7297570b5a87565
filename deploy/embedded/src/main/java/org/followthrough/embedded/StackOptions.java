package org.followthrough.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to start, and where.
 *
 * @param parts of kafka, postgres, mongo, smtp
 * @param ports by part; a part without one gets a free port
 * @param stopOnEof read commands from standard input, and stop at its end
 * @param ephemeral delete the data at the end
 */
public record StackOptions(
    Path data,
    List<String> parts,
    Map<String, Integer> ports,
    List<String> databases,
    Optional<Path> topics,
    boolean stopOnEof,
    boolean ephemeral) {
  static final List<String> PARTS = List.of("kafka", "postgres", "mongo", "smtp");
  static final String USAGE =
      """
      usage: EmbeddedStack --data DIR --parts kafka,postgres,mongo,smtp
        [--kafka-port N] [--postgres-port N] [--mongo-port N] [--smtp-port N]
        [--databases NAME,NAME] [--topics FILE] [--stop-on-eof] [--ephemeral]""";

  public StackOptions {
    parts = List.copyOf(parts);
    ports = Map.copyOf(ports);
    databases = List.copyOf(databases);
    for (String part : parts) {
      if (!PARTS.contains(part)) {
        throw new IllegalArgumentException("--parts: unknown part " + part + ", known: " + PARTS);
      }
    }
  }

  int port(String part) {
    return ports.getOrDefault(part, 0);
  }

  static StackOptions parse(String... args) {
    Map<String, String> values = new HashMap<>();
    List<String> flags = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--stop-on-eof") || args[i].equals("--ephemeral")) {
        flags.add(args[i]);
      } else if (isOption(args[i]) && i + 1 < args.length) {
        values.put(args[i], args[++i]);
      } else {
        throw new IllegalArgumentException("not understood: " + args[i]);
      }
    }
    return of(values, flags);
  }

  private static boolean isOption(String arg) {
    return List.of("--data", "--parts", "--databases", "--topics").contains(arg)
        || PARTS.stream().anyMatch(part -> arg.equals("--" + part + "-port"));
  }

  private static StackOptions of(Map<String, String> values, List<String> flags) {
    return new StackOptions(
        Path.of(required(values, "--data")),
        words(required(values, "--parts")),
        ports(values),
        words(values.getOrDefault("--databases", "")),
        Optional.ofNullable(values.get("--topics")).map(Path::of),
        flags.contains("--stop-on-eof"),
        flags.contains("--ephemeral"));
  }

  private static String required(Map<String, String> values, String option) {
    return Optional.ofNullable(values.get(option))
        .orElseThrow(() -> new IllegalArgumentException(option + " is missing"));
  }

  private static List<String> words(String list) {
    return list.isBlank() ? List.of() : List.of(list.strip().split("\\s*,\\s*"));
  }

  private static Map<String, Integer> ports(Map<String, String> values) {
    Map<String, Integer> ports = new HashMap<>();
    for (String part : PARTS) {
      String option = "--" + part + "-port";
      if (values.containsKey(option)) {
        ports.put(part, port(option, values.get(option)));
      }
    }
    return ports;
  }

  private static int port(String option, String value) {
    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
      throw new IllegalArgumentException(option + " is a number from 0 to 65535, not " + value);
    }
    return Integer.parseInt(value);
  }
}
