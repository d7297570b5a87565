package org.followthrough.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** One Kafka node, broker and controller, in this JVM. */
public final class EmbeddedKafka implements StackPart {
  private static final String CLUSTER_ID =
      new Uuid(0x666f6c6c6f777468L, 0x726f756768303031L).toString();

  private static final System.Logger LOG = System.getLogger(EmbeddedKafka.class.getName());

  private final Path directory;
  private final int port;
  private final List<Topic> topics;
  private KafkaRaftServer server;

  /**
   * @param port 0 for a free one
   * @param topics created, or brought to these settings, at every start
   */
  public EmbeddedKafka(Path directory, int port, List<Topic> topics) {
    this.directory = directory.toAbsolutePath();
    this.port = Ports.orFree(port);
    this.topics = List.copyOf(topics);
  }

  @Override
  public synchronized void start() throws Exception {
    Files.createDirectories(directory);
    format();
    KafkaRaftServer starting =
        new KafkaRaftServer(
            new KafkaConfig(KafkaSettings.of(directory, port, Ports.free()), false), Time.SYSTEM);
    starting.startup();
    server = starting;
    try (Admin admin = Admin.create(adminSettings())) {
      new TopicCreation(admin).apply(topics);
    }
    LOG.log(System.Logger.Level.INFO, "kafka on {0}", bootstrapServers());
  }

  private void format() throws Exception {
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(KafkaSettings.NODE_ID)
        .setClusterId(CLUSTER_ID)
        .addDirectory(directory.toString())
        .setMetadataLogDirectory(directory.toString())
        .setControllerListenerName(KafkaSettings.CONTROLLER_LISTENER)
        .setIgnoreFormatted(true)
        .run();
  }

  private Map<String, Object> adminSettings() {
    return Map.of(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 60_000,
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 30_000);
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  @Override
  public Map<String, String> properties() {
    return Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
      server = null;
    }
  }
}
