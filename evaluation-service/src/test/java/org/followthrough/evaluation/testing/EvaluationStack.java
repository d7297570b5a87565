package org.followthrough.evaluation.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.followthrough.kit.testing.StackTestResource;

/**
 * Kafka and the stand-in for MongoDB; where QUARKUS_MONGODB_CONNECTION_STRING names a real server,
 * the same tests run against that one, in a database of their own.
 */
public final class EvaluationStack implements QuarkusTestResourceLifecycleManager {

  private final StackTestResource stack = new StackTestResource();

  @Override
  public Map<String, String> start() {
    String server = System.getenv("QUARKUS_MONGODB_CONNECTION_STRING");
    stack.init(Map.of("parts", server == null ? "kafka,mongo" : "kafka"));
    Map<String, String> config = new HashMap<>(stack.start());
    config.put("quarkus.mongodb.database", "evaluation-" + UUID.randomUUID());
    // A busy machine may be silent for longer than a server that is up; by the first of these the
    // driver also tells whether it is.
    config.put("quarkus.mongodb.connect-timeout", "60S");
    config.put("quarkus.mongodb.server-selection-timeout", "60S");
    return config;
  }

  @Override
  public void stop() {
    stack.stop();
  }
}
