package org.followthrough.kit.stack;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * The servers of the @QuarkusTest classes. Tests kill and restart them over HTTP, since Quarkus
 * loads tests and test resources by different class loaders; see {@link Faults}.
 */
public final class FaultyServers implements QuarkusTestResourceLifecycleManager {
  private Servers servers;
  private HttpServer control;

  @Override
  public Map<String, String> start() {
    try {
      servers = Servers.start("things");
      control = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    command("/kafka/kill", servers::killKafka);
    command("/kafka/restart", servers::restartKafka);
    command("/postgres/kill", servers::killPostgres);
    command("/postgres/restart", servers::restartPostgres);
    control.start();
    Map<String, String> config = new HashMap<>(servers.config());
    config.put("kit.faults", "http://localhost:" + control.getAddress().getPort());
    return config;
  }

  private void command(String path, Runnable action) {
    control.createContext(
        path,
        exchange -> {
          action.run();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
  }

  @Override
  public void stop() {
    try {
      if (control != null) {
        control.stop(0);
      }
      if (servers != null) {
        servers.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
