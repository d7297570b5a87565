package org.followthrough.embedded;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads deploy/topics.txt, whose header explains the format. */
public final class TopicsFile {
  private final Path file;
  private final Map<String, Map<String, String>> policies = new HashMap<>();
  private final List<Topic> topics = new ArrayList<>();

  private TopicsFile(Path file) {
    this.file = file;
  }

  public static List<Topic> read(Path file) throws IOException {
    TopicsFile reading = new TopicsFile(file);
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      reading.line(line.strip(), number);
    }
    return List.copyOf(reading.topics);
  }

  private void line(String line, int number) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    String[] words = line.split("\\s+");
    try {
      if (words[0].startsWith("[") && words[0].endsWith("]")) {
        policies.put(words[0].substring(1, words[0].length() - 1), settings(words, 1));
      } else {
        topics.add(topic(words));
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
    }
  }

  private Topic topic(String[] words) {
    if (words.length < 4) {
      throw new IllegalArgumentException(
          "expected name, partitions, cleanup.policy and retention, got: "
              + String.join(" ", words));
    }
    Map<String, String> configs = new HashMap<>(policies.getOrDefault(words[2], Map.of()));
    configs.put("cleanup.policy", words[2]);
    configs.put("retention.ms", Long.toString(retentionMillis(words[3])));
    configs.putAll(settings(words, 4));
    return new Topic(words[0], Integer.parseInt(words[1]), configs);
  }

  private static Map<String, String> settings(String[] words, int from) {
    return Stream.of(Arrays.copyOfRange(words, from, words.length))
        .map(word -> word.split("=", 2))
        .peek(TopicsFile::requireKeyAndValue)
        .collect(toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static void requireKeyAndValue(String[] pair) {
    if (pair.length != 2) {
      throw new IllegalArgumentException("expected key=value, got: " + pair[0]);
    }
  }

  private static long retentionMillis(String retention) {
    if (retention.equals("forever")) {
      return -1;
    }
    String digits = retention.substring(0, retention.length() - 1);
    return switch (retention.charAt(retention.length() - 1)) {
      case 'd' -> Duration.ofDays(Long.parseLong(digits)).toMillis();
      case 'h' -> Duration.ofHours(Long.parseLong(digits)).toMillis();
      default -> throw new IllegalArgumentException("retention is like 30d, 12h or forever");
    };
  }
}
