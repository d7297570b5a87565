package org.followthrough.kit.testing;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** How to reach a running stack. */
public final class StackProperties {
  private static final Map<String, String> CONFIG_NAMES =
      Map.of(
          "KAFKA_BOOTSTRAP_SERVERS", "kafka.bootstrap.servers",
          "FOLLOWTHROUGH_POSTGRES_URL", "followthrough.postgres.url",
          "FOLLOWTHROUGH_POSTGRES_USER", "followthrough.postgres.user",
          "FOLLOWTHROUGH_POSTGRES_PASSWORD", "followthrough.postgres.password",
          "QUARKUS_MONGODB_CONNECTION_STRING", "quarkus.mongodb.connection-string",
          "QUARKUS_MAILER_HOST", "quarkus.mailer.host",
          "QUARKUS_MAILER_PORT", "quarkus.mailer.port",
          "INBOX_DIR", "followthrough.inbox.dir");

  private final Map<String, String> environment;

  private StackProperties(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  static StackProperties read(Path data) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(data.resolve("stack.properties"))) {
      properties.load(reader);
    }
    Map<String, String> environment = new HashMap<>();
    properties.forEach((key, value) -> environment.put(key.toString(), value.toString()));
    return new StackProperties(environment);
  }

  /** As environment variables, for a service that runs as a process. */
  public Map<String, String> environment() {
    return environment;
  }

  /** As Quarkus configuration, for a service under @QuarkusTest. */
  public Map<String, String> config() {
    Map<String, String> config = new LinkedHashMap<>();
    CONFIG_NAMES.forEach(
        (variable, name) -> {
          if (environment.containsKey(variable)) {
            config.put(name, environment.get(variable));
          }
        });
    return config;
  }

  public String get(String variable) {
    String value = environment.get(variable);
    if (value == null) {
      throw new IllegalArgumentException("this stack has no " + variable);
    }
    return value;
  }

  public int kafkaPort() {
    return portOf(get("KAFKA_BOOTSTRAP_SERVERS"));
  }

  public int postgresPort() {
    return portOf(get("FOLLOWTHROUGH_POSTGRES_URL"));
  }

  public String jdbcUrl(String database) {
    return "jdbc:" + get("FOLLOWTHROUGH_POSTGRES_URL") + "/" + database;
  }

  Map<String, Integer> ports() {
    Map<String, Integer> ports = new HashMap<>();
    Map.of(
            "kafka", "KAFKA_BOOTSTRAP_SERVERS",
            "postgres", "FOLLOWTHROUGH_POSTGRES_URL",
            "mongo", "QUARKUS_MONGODB_CONNECTION_STRING",
            "smtp", "QUARKUS_MAILER_PORT")
        .forEach(
            (part, variable) -> {
              if (environment.containsKey(variable)) {
                ports.put(part, portOf(environment.get(variable)));
              }
            });
    return ports;
  }

  private static int portOf(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }
}
