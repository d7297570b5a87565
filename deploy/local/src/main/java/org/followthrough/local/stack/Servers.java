package org.followthrough.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.followthrough.embedded.EmbeddedStack;
import org.followthrough.embedded.SmtpInbox;
import org.followthrough.embedded.StackOptions;

/**
 * Kafka, PostgreSQL, the Mongo stand-in and the inbox: embedded, but for what the environment
 * names.
 */
final class Servers implements AutoCloseable {

  private static final Map<String, String> NAMED_BY =
      Map.of(
          "kafka", "KAFKA_BOOTSTRAP_SERVERS",
          "postgres", "FOLLOWTHROUGH_POSTGRES_URL",
          "mongo", "QUARKUS_MONGODB_CONNECTION_STRING",
          "smtp", "QUARKUS_MAILER_HOST");

  private static final List<String> DATABASES =
      List.of("enrollment", "actionplan", "reminder", "booster");

  private final EmbeddedStack stack;
  private final List<String> embedded;
  private final Map<String, String> named;
  private final Map<String, String> addresses = new HashMap<>();

  private Servers(EmbeddedStack stack, List<String> embedded, Map<String, String> named) {
    this.stack = stack;
    this.embedded = embedded;
    this.named = named;
  }

  /** Chooses what is embedded; nothing runs yet. */
  static Servers choose(Path root, Path data, Map<String, String> named, Clock clock)
      throws StartFailure {
    List<String> embedded = new ArrayList<>();
    for (String part : List.of("kafka", "postgres", "mongo", "smtp")) {
      if (!named.containsKey(NAMED_BY.get(part))) {
        embedded.add(part);
      }
    }
    var options =
        new StackOptions(
            data,
            embedded,
            Map.of(),
            DATABASES,
            Optional.of(root.resolve("deploy/topics.txt")),
            false,
            false);
    try {
      return new Servers(new EmbeddedStack(options, clock), embedded, named);
    } catch (IOException e) {
      throw new StartFailure("Cannot use " + data + ": " + e.getMessage(), e);
    }
  }

  void start() throws StartFailure {
    try {
      stack.start();
      addresses.putAll(stack.properties());
      addresses.putAll(named);
    } catch (IOException e) {
      throw new StartFailure("The embedded servers did not start: " + e.getMessage(), e);
    }
  }

  /** What services need to connect, as environment variables. */
  Map<String, String> addresses() {
    return Map.copyOf(addresses);
  }

  /** Empty where mail goes to a server the environment named. */
  Optional<SmtpInbox> inbox() {
    return embedded.contains("smtp") ? Optional.of(stack.inbox()) : Optional.empty();
  }

  @Override
  public void close() {
    stack.close();
  }
}
