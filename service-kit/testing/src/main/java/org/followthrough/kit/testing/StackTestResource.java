package org.followthrough.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Gives a @QuarkusTest the servers it needs: Kafka with all topics, PostgreSQL, the stand-in for
 * MongoDB, the inbox. Used through {@link WithStack} or, with the arguments "parts" and "database"
 * (comma-separated), as a plain test resource.
 */
public final class StackTestResource
    implements QuarkusTestResourceConfigurableLifecycleManager<WithStack> {
  private StackRequest request = StackRequest.of();

  @Override
  public void init(WithStack annotation) {
    request = request(annotation.parts(), annotation.databases());
  }

  @Override
  public void init(Map<String, String> args) {
    if (args.containsKey("parts")) {
      request = request(args.get("parts"), args.getOrDefault("database", ""));
    }
  }

  private static StackRequest request(String parts, String databases) {
    return StackRequest.of(names(parts)).databases(names(databases));
  }

  private static String[] names(String list) {
    return list.isBlank() ? new String[0] : list.strip().split("\\s*,\\s*");
  }

  @Override
  public Map<String, String> start() {
    try {
      return SharedStack.of(request).config();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    // The stack serves the other test classes of this JVM too, and ends with it.
  }
}
