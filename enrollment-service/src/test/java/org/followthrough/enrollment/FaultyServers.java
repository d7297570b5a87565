package org.followthrough.enrollment;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.followthrough.kit.testing.StackProcess;
import org.followthrough.kit.testing.StackRequest;

/**
 * Servers for one test class, whose PostgreSQL it may kill: over HTTP, since Quarkus loads tests
 * and test resources by different class loaders.
 */
public final class FaultyServers implements QuarkusTestResourceLifecycleManager {

  public static final String CONTROL = "enrollment.tests.faults";

  private StackProcess servers;
  private HttpServer control;

  @Override
  public Map<String, String> start() {
    try {
      servers = StackProcess.start(StackRequest.of("kafka", "postgres").databases("enrollment"));
      control = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    command("/kill", servers::killPostgres);
    command("/restart", this::restart);
    control.start();
    Map<String, String> config = new HashMap<>(servers.properties().config());
    config.put(CONTROL, "http://localhost:" + control.getAddress().getPort());
    return config;
  }

  private void restart() {
    try {
      servers.restartPostgres();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
