package org.followthrough.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** One stack per JVM and request, which lives as long as the JVM. */
final class SharedStack {
  private SharedStack() {}

  static StackProperties of(StackRequest request) throws IOException {
    // Quarkus loads test resources anew with each class loader; a system property is what all of
    // them see.
    String key = "followthrough.shared-stack." + request.parts() + request.databases();
    synchronized (System.getProperties()) {
      String running = System.getProperty(key);
      if (running != null) {
        return StackProperties.read(Path.of(running));
      }
      StackProcess stack = StackProcess.start(request);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(stack), "stop-stack"));
      System.setProperty(key, stack.data().toString());
      return stack.properties();
    }
  }

  private static void close(StackProcess stack) {
    try {
      stack.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
