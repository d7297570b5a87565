package org.followthrough.kit.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a test wants of a stack. Start from {@link #of}.
 *
 * @param parts of kafka, postgres, mongo, smtp
 * @param ports by part; a part without one gets a free port
 * @param data kept at the end when given; else a temporary directory is used and deleted
 * @param topics a topics file; deploy/topics.txt unless given
 */
public record StackRequest(
    List<String> parts,
    List<String> databases,
    Map<String, Integer> ports,
    Optional<Path> data,
    Optional<Path> topics) {
  public StackRequest {
    parts = List.copyOf(parts);
    databases = List.copyOf(databases);
    ports = Map.copyOf(ports);
  }

  public static StackRequest of(String... parts) {
    return new StackRequest(
        List.of(parts), List.of(), Map.of(), Optional.empty(), Optional.empty());
  }

  public StackRequest databases(String... names) {
    return new StackRequest(parts, List.of(names), ports, data, topics);
  }

  public StackRequest port(String part, int port) {
    Map<String, Integer> more = new HashMap<>(ports);
    more.put(part, port);
    return new StackRequest(parts, databases, more, data, topics);
  }

  public StackRequest data(Path directory) {
    return new StackRequest(parts, databases, ports, Optional.of(directory), topics);
  }

  public StackRequest topics(Path file) {
    return new StackRequest(parts, databases, ports, data, Optional.of(file));
  }

  List<String> arguments(Path directory) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--data", directory.toString()));
    arguments.addAll(List.of("--parts", String.join(",", parts)));
    arguments.addAll(List.of("--databases", String.join(",", databases)));
    Path topicsFile = topics.orElseGet(() -> RepositoryRoot.find().resolve("deploy/topics.txt"));
    arguments.addAll(List.of("--topics", topicsFile.toString()));
    ports.forEach(
        (part, port) -> arguments.addAll(List.of("--" + part + "-port", Integer.toString(port))));
    arguments.add("--stop-on-eof");
    if (data.isEmpty()) {
      arguments.add("--ephemeral");
    }
    return arguments;
  }
}
