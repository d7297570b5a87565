package org.followthrough.embedded;

import java.util.Map;

/** A topic to create ahead of its use. */
public record Topic(String name, int partitions, Map<String, String> configs) {
  public Topic {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a topic needs a name");
    }
    if (partitions < 1) {
      throw new IllegalArgumentException("topic " + name + " needs at least one partition");
    }
    configs = Map.copyOf(configs);
  }
}
