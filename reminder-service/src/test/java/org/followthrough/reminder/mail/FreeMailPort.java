package org.followthrough.reminder.mail;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.followthrough.embedded.Ports;

/** A port on which a test may start its own relay, known to quarkus-mailer. */
public class FreeMailPort implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.mailer.host", "127.0.0.1", "quarkus.mailer.port", Integer.toString(Ports.free()));
  }

  @Override
  public void stop() {
    // The port was only looked for.
  }
}
