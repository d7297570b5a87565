package org.followthrough.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class StackProcessTest {
  private static final String TOPIC = "enrollment.apikeys.v1";

  @TempDir Path directory;

  @Test
  void keepsRowsAndPortWhenPostgresIsKilled() throws Exception {
    try (StackProcess stack = StackProcess.start(StackRequest.of("postgres").databases("one"))) {
      int port = stack.properties().postgresPort();
      execute(stack, "one", "create table t (n int)", "insert into t values (7)");
      for (int kill = 0; kill < 3; kill++) {
        stack.killPostgres();
        assertThatThrownBy(() -> execute(stack, "one", "select 1"))
            .isInstanceOf(SQLException.class);
        stack.restartPostgres();
      }
      stack.createDatabase("two");
      execute(stack, "two", "select 1");
      assertThat(stack.properties().postgresPort()).isEqualTo(port);
      assertThat(number(stack)).isEqualTo(7);
    }
  }

  @Test
  void keepsRecordsAndPortsWhenTheWholeProcessIsKilled() throws Exception {
    StackRequest request =
        StackRequest.of("kafka", "postgres").databases("one").data(directory.resolve("data"));
    try (StackProcess stack = StackProcess.start(request)) {
      Map<String, Integer> ports = stack.properties().ports();
      execute(stack, "one", "create table t (n int)", "insert into t values (7)");
      send(stack, "before");
      stack.kill();
      stack.restart();
      send(stack, "after");
      assertThat(receive(stack, 2)).containsExactly("before", "after");
      assertThat(number(stack)).isEqualTo(7);
      assertThat(stack.properties().ports()).isEqualTo(ports);
    }
  }

  @Test
  void leavesNoProcessBehindWhenItIsKilled() throws Exception {
    try (StackProcess stack = StackProcess.start(StackRequest.of("postgres"))) {
      ProcessHandle postgres = process(stack, "POSTGRES_PID");
      stack.kill();
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> hasEnded(postgres));
    }
  }

  @Test
  void leavesNothingBehindWhenItIsClosed() throws Exception {
    StackProcess stack = StackProcess.start(StackRequest.of("postgres", "smtp"));
    List<ProcessHandle> processes =
        List.of(process(stack, "POSTGRES_PID"), process(stack, "STACK_PID"));

    stack.close();

    assertThat(processes).allMatch(StackProcessTest::hasEnded);
    assertThat(stack.data()).doesNotExist();
  }

  @Test
  void saysWhyAStackDoesNotStart() {
    assertThatThrownBy(() -> StackProcess.start(StackRequest.of("postgres").databases("No!")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a database name: No!");
  }

  private static ProcessHandle process(StackProcess stack, String variable) {
    return ProcessHandle.of(Long.parseLong(stack.properties().get(variable))).orElseThrow();
  }

  // Where nothing reaps orphans, an ended process stays as a zombie, which has no command.
  private static boolean hasEnded(ProcessHandle process) {
    return !process.isAlive() || process.info().command().isEmpty();
  }

  private static void send(StackProcess stack, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers(stack), "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, value, value)).get();
    }
  }

  private static List<String> receive(StackProcess stack, int count) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers(stack)),
            new StringDeserializer(),
            new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      return Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                consumer.seekToBeginning(List.of(partition));
                return consumer.poll(Duration.ofSeconds(2)).records(partition).stream()
                    .map(record -> record.value())
                    .toList();
              },
              values -> values.size() >= count);
    }
  }

  private static String servers(StackProcess stack) {
    return stack.properties().get("KAFKA_BOOTSTRAP_SERVERS");
  }

  private static Connection connect(StackProcess stack, String database) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(stack.properties().jdbcUrl(database));
    return source.getConnection(
        stack.properties().get("FOLLOWTHROUGH_POSTGRES_USER"),
        stack.properties().get("FOLLOWTHROUGH_POSTGRES_PASSWORD"));
  }

  private static void execute(StackProcess stack, String database, String... statements)
      throws SQLException {
    try (Connection connection = connect(stack, database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static int number(StackProcess stack) throws SQLException {
    try (Connection connection = connect(stack, "one");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select n from t")) {
      row.next();
      return row.getInt(1);
    }
  }
}
