package org.followthrough.bench.planning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.followthrough.bench.bed.TestBed;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.event.EventHeaders;

/** Events that somebody has completed a course, as enrollment-service publishes them. */
final class Completions implements AutoCloseable {

  static final String TOPIC = "enrollment.enrollments.v1";

  private static final String TYPE = "enrollment.CourseCompleted.v1";
  private static final String PAYLOAD =
      """
      {"enrollmentId":"%s","personId":"%s","courseId":"%s","completedAt":"2027-03-01T15:00:00Z",\
      "status":"completed"}\
      """;

  private final KafkaProducer<String, byte[]> producer;
  private final UUID organizationId;

  Completions(TestBed bed) {
    this.organizationId = bed.secrets().organizationId();
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bed.kafka(), "acks", "all", "linger.ms", "2"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** The records, one for each learner. */
  List<ProducerRecord<String, byte[]>> records(List<UUID> learners) {
    return learners.stream().map(this::record).toList();
  }

  private ProducerRecord<String, byte[]> record(UUID learner) {
    UUID enrollment = UUID.randomUUID();
    byte[] data = PAYLOAD.formatted(enrollment, learner, organizationId).getBytes(UTF_8);
    return EventHeaders.toRecord(
        TOPIC,
        new EventEnvelope(
            UUID.randomUUID(),
            "/enrollment-service",
            TYPE,
            enrollment.toString(),
            TestBed.MORNING,
            organizationId,
            UUID.randomUUID(),
            null,
            1,
            null,
            data));
  }

  static List<UUID> learners(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> UUID.nameUUIDFromBytes((name + " learner " + i).getBytes(UTF_8)))
        .toList();
  }

  /** Publishes them and waits for the broker. */
  void publish(List<ProducerRecord<String, byte[]>> records) {
    records.forEach(producer::send);
    producer.flush();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
