package org.followthrough.kit.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.followthrough.kit.testing.RepositoryRoot;
import org.followthrough.kit.testing.StackProcess;
import org.followthrough.kit.testing.StackRequest;

/** Kafka and PostgreSQL, each in a process of its own, so that each can be killed alone. */
public final class Servers implements AutoCloseable {
  private static final Path TOPICS =
      Path.of("service-kit", "postgres", "src", "test", "resources", "kit-topics.txt");

  private final StackProcess kafka;
  private final StackProcess postgres;

  private Servers(StackProcess kafka, StackProcess postgres) {
    this.kafka = kafka;
    this.postgres = postgres;
  }

  public static Servers start(String... databases) throws IOException {
    Path topics = RepositoryRoot.find().resolve(TOPICS);
    return new Servers(
        StackProcess.start(StackRequest.of("kafka").topics(topics)),
        StackProcess.start(StackRequest.of("postgres").databases(databases)));
  }

  public String bootstrapServers() {
    return kafka.properties().get("KAFKA_BOOTSTRAP_SERVERS");
  }

  public Map<String, String> config() {
    Map<String, String> config = new HashMap<>(kafka.properties().config());
    config.putAll(postgres.properties().config());
    return config;
  }

  public String postgres(String property) {
    return postgres.properties().get(property);
  }

  /** Kafka takes no more requests and answers none, though its connections stay open. */
  public void freezeKafka() {
    try {
      kafka.freeze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public void killKafka() {
    try {
      kafka.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public void restartKafka() {
    try {
      kafka.restart();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void killPostgres() {
    postgres.killPostgres();
  }

  public void restartPostgres() {
    try {
      postgres.restartPostgres();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try (kafka) {
      postgres.close();
    }
  }
}
