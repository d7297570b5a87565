package org.followthrough.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
  private static final int RECORDS = 200;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path directory;

  @Test
  void keepsRecordsOverARestartAndBringsTopicsToTheirSettings() throws Exception {
    int port;
    try (EmbeddedKafka kafka = new EmbeddedKafka(directory, 0, List.of(topic("1000")))) {
      kafka.start();
      port = kafka.port();
      send(kafka.bootstrapServers());
    }
    try (EmbeddedKafka kafka = new EmbeddedKafka(directory, port, List.of(topic("2000")))) {
      kafka.start();
      assertThat(receive(kafka.bootstrapServers())).hasSize(RECORDS).doesNotHaveDuplicates();
      assertThat(retention(kafka.bootstrapServers())).isEqualTo("2000");
    }
    EmbeddedKafka other = new EmbeddedKafka(directory, port, List.of(new Topic("t", 3, Map.of())));
    try (other) {
      assertThatIllegalStateException()
          .isThrownBy(other::start)
          .withMessageContaining("topic t has 6 partitions, not 3");
    }
  }

  private static Topic topic(String segmentMillis) {
    return new Topic("t", 6, Map.of("delete.retention.ms", segmentMillis));
  }

  private static void send(String servers) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      for (int i = 0; i < RECORDS; i++) {
        producer.send(new ProducerRecord<>("t", "key" + i, "value" + i)).get();
      }
    }
  }

  private static List<String> receive(String servers) {
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers, "group.id", "g", "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of("t"));
      long deadline = System.nanoTime() + LIMIT.toNanos();
      while (values.size() < RECORDS && System.nanoTime() < deadline) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          values.add(record.value());
        }
      }
    }
    return values;
  }

  private static String retention(String servers) throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "t");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      Map<ConfigResource, Config> configs = admin.describeConfigs(List.of(topic)).all().get();
      return configs.get(topic).get("delete.retention.ms").value();
    }
  }
}
