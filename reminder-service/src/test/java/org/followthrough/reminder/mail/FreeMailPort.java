package org.followthrough.reminder.mail;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** A port on which a test may start its own relay, known to quarkus-mailer. */
public class FreeMailPort implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Map.of(
          "quarkus.mailer.host",
          "127.0.0.1",
          "quarkus.mailer.port",
          Integer.toString(socket.getLocalPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    // The port was only looked for.
  }
}
