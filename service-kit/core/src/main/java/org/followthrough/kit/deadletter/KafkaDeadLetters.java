package org.followthrough.kit.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.followthrough.kit.consumer.CompactedTopic;
import org.followthrough.kit.outbox.KafkaEventPublisher;
import org.jboss.logging.Logger;

/**
 * Dead letters on the compacted topic {@code <service>.dlq}: the key is the dead letter's id, a
 * tombstone says that it was replayed.
 */
@Singleton
class KafkaDeadLetters implements DeadLetters {

  private static final Logger LOG = Logger.getLogger(KafkaDeadLetters.class);
  private static final String PREFIX = "dlq-";
  private static final byte[] NOTHING = {};

  private final String topic;
  private final KafkaEventPublisher publisher;
  private final Clock clock;
  private final CompactedTopic<DeadLetter> letters;

  KafkaDeadLetters(
      KafkaEventPublisher publisher,
      Clock clock,
      MeterRegistry metrics,
      @ConfigProperty(name = "quarkus.application.name") String application,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.topic = application + ".dlq";
    this.publisher = publisher;
    this.clock = clock;
    this.letters = new CompactedTopic<>(bootstrapServers, topic, KafkaDeadLetters::read);
    Gauge.builder("dead_letters", () -> letters.values().size()).register(metrics);
  }

  void start(@Observes StartupEvent event) {
    letters.start();
  }

  @PreDestroy
  void stop() {
    letters.close();
  }

  @Override
  public Uni<Void> bury(String channel, ConsumerRecord<String, byte[]> record, String reason) {
    LOG.errorf("dead letter %s on channel %s: %s", id(record), channel, reason);
    byte[] value = record.value() == null ? NOTHING : record.value();
    return publisher
        .publishRaw(letter(channel, record, reason, value))
        .onFailure(KafkaDeadLetters::isTooLarge)
        .recoverWithUni(() -> buryWithoutValue(channel, record, reason));
  }

  /** What no topic takes must not stop its partition; the value is still where it came from. */
  private Uni<Void> buryWithoutValue(
      String channel, ConsumerRecord<String, byte[]> record, String reason) {
    String told = reason + "; too large, its bytes are only on the topic it came from";
    return publisher.publishRaw(letter(channel, record, told, NOTHING));
  }

  private ProducerRecord<String, byte[]> letter(
      String channel, ConsumerRecord<String, byte[]> record, String reason, byte[] value) {
    var letter = new ProducerRecord<>(topic, id(record), value);
    record.headers().forEach(letter.headers()::add);
    put(letter.headers(), "channel", channel);
    put(letter.headers(), "reason", reason);
    put(letter.headers(), "at", clock.instant().toString());
    put(letter.headers(), "topic", record.topic());
    put(letter.headers(), "partition", Integer.toString(record.partition()));
    put(letter.headers(), "offset", Long.toString(record.offset()));
    put(letter.headers(), "null-value", Boolean.toString(record.value() == null));
    Optional.ofNullable(record.key()).ifPresent(key -> put(letter.headers(), "key", key));
    return letter;
  }

  private static boolean isTooLarge(Throwable failure) {
    return failure instanceof RecordTooLargeException
        || failure.getCause() instanceof RecordTooLargeException;
  }

  @Override
  public List<DeadLetter> all() {
    return letters.values().stream().sorted(Comparator.comparing(DeadLetter::buriedAt)).toList();
  }

  @Override
  public Uni<Void> forget(String id) {
    return publisher.publishRaw(new ProducerRecord<>(topic, id, null));
  }

  private static String id(ConsumerRecord<String, byte[]> record) {
    return record.topic() + "-" + record.partition() + "-" + record.offset();
  }

  private static DeadLetter read(ConsumerRecord<String, byte[]> letter) {
    Headers headers = letter.headers();
    return new DeadLetter(
        letter.key(),
        get(headers, "channel"),
        get(headers, "reason"),
        Instant.parse(get(headers, "at")),
        original(letter));
  }

  private static ConsumerRecord<String, byte[]> original(ConsumerRecord<String, byte[]> letter) {
    Headers headers = letter.headers();
    var kept = new RecordHeaders();
    for (Header header : headers) {
      if (!header.key().startsWith(PREFIX)) {
        kept.add(header);
      }
    }
    byte[] value = Boolean.parseBoolean(get(headers, "null-value")) ? null : letter.value();
    return new ConsumerRecord<>(
        get(headers, "topic"),
        Integer.parseInt(get(headers, "partition")),
        Long.parseLong(get(headers, "offset")),
        letter.timestamp(),
        TimestampType.CREATE_TIME,
        -1,
        value == null ? -1 : value.length,
        get(headers, "key"),
        value,
        kept,
        Optional.empty());
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(PREFIX + name, value.getBytes(UTF_8));
  }

  private static String get(Headers headers, String name) {
    Header header = headers.lastHeader(PREFIX + name);
    return header == null ? null : new String(header.value(), UTF_8);
  }
}
