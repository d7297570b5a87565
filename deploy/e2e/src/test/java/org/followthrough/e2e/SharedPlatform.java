package org.followthrough.e2e;

import java.time.Instant;
import org.followthrough.local.stack.StartFailure;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One platform for all tests that leave its clock alone; it ends with the last of them. */
final class SharedPlatform implements ParameterResolver {

  /** Closed by JUnit with its store. */
  private record Held(Platform platform) implements AutoCloseable {
    @Override
    public void close() {
      platform.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Platform.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedPlatform.class))
        .computeIfAbsent("platform", key -> start(), Held.class)
        .platform();
  }

  private static Held start() {
    try {
      return new Held(Platform.start("shared", Instant.parse("2027-02-01T06:00:00Z")));
    } catch (StartFailure e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
