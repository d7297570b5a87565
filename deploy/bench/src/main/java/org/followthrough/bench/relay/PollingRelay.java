package org.followthrough.bench.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.followthrough.bench.bed.Database;
import org.followthrough.bench.bed.Pace;

/**
 * Deletes a thousand rows, produces them, waits for the broker, commits, and so on, on one
 * connection: no order per aggregate, no share of the work, no headers.
 */
final class PollingRelay implements AutoCloseable {

  private static final int BATCH = 1_000;

  private static final String FILL =
      """
      INSERT INTO plain_outbox (topic, event_key, payload)
      SELECT 'events', md5('key ' || i), convert_to(repeat('x', 250), 'UTF8') FROM generate_series(1, %d) i
      """;

  private static final String TAKE =
      """
      DELETE FROM plain_outbox WHERE position IN
        (SELECT position FROM plain_outbox ORDER BY position LIMIT ?)
      RETURNING event_key, payload
      """;

  private final Database plain;
  private final String topic;
  private final KafkaProducer<String, byte[]> producer;

  PollingRelay(Database plain, String brokers, String topic) {
    this.plain = plain;
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                brokers,
                "acks",
                "all",
                "linger.ms",
                "2",
                "batch.size",
                65_536),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Commits so many rows, and moves them. */
  Pace run(int count) throws Exception {
    plain.execute(FILL.formatted(count));
    try (Connection connection = plain.connect();
        PreparedStatement take = connection.prepareStatement(TAKE)) {
      connection.setAutoCommit(false);
      long begin = System.nanoTime();
      for (int moved = 0; moved < count; ) {
        moved += move(connection, take);
      }
      return Pace.of(count, System.nanoTime() - begin);
    }
  }

  private int move(Connection connection, PreparedStatement take) throws Exception {
    take.setInt(1, BATCH);
    List<Future<?>> sent = send(take);
    producer.flush();
    for (Future<?> each : sent) {
      each.get();
    }
    connection.commit();
    return sent.size();
  }

  private List<Future<?>> send(PreparedStatement take) throws SQLException {
    List<Future<?>> sent = new ArrayList<>();
    try (ResultSet rows = take.executeQuery()) {
      while (rows.next()) {
        sent.add(producer.send(new ProducerRecord<>(topic, rows.getString(1), rows.getBytes(2))));
      }
    }
    return sent;
  }

  @Override
  public void close() {
    producer.close();
  }
}
