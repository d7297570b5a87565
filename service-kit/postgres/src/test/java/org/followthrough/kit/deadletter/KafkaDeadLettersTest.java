package org.followthrough.kit.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.followthrough.kit.app.Topics;
import org.followthrough.kit.outbox.Publishers;
import org.followthrough.kit.stack.Contracts;
import org.followthrough.kit.testing.contract.DeadLettersContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaDeadLettersTest implements DeadLettersContract {
  private static final String BOOTSTRAP = Contracts.servers().bootstrapServers();

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Publishers publisher = new Publishers(BOOTSTRAP);
  private KafkaDeadLetters letters;

  @BeforeEach
  void open() {
    letters = opened(metrics);
    for (DeadLetter letter : leftovers()) {
      letters.forget(letter.id()).await().atMost(LIMIT);
    }
    await().atMost(LIMIT).until(() -> letters.all().isEmpty());
  }

  private java.util.List<DeadLetter> leftovers() {
    int onTopic =
        Topics.all(BOOTSTRAP, "contract-service.dlq").stream()
            .collect(Collectors.toMap(ConsumerRecord::key, it -> it.value() != null, (a, b) -> b))
            .values()
            .stream()
            .mapToInt(lives -> lives ? 1 : 0)
            .sum();
    await().atMost(LIMIT).until(() -> letters.all().size() == onTopic);
    return letters.all();
  }

  private KafkaDeadLetters opened(SimpleMeterRegistry registry) {
    var opened =
        new KafkaDeadLetters(
            publisher.publisher(), Clock.systemUTC(), registry, "contract-service", BOOTSTRAP);
    opened.start(null);
    return opened;
  }

  @AfterEach
  void close() {
    letters.stop();
    publisher.close();
  }

  @Override
  public DeadLetters letters() {
    return letters;
  }

  @Test
  void lettersShouldOutliveTheServiceAndBeCounted() {
    letters.bury("samples", record(new byte[] {1}), "first").await().atMost(LIMIT);
    SimpleMeterRegistry laterMetrics = new SimpleMeterRegistry();
    KafkaDeadLetters later = opened(laterMetrics);

    await().atMost(LIMIT).until(() -> later.all().size() == 1);
    assertThat(laterMetrics.get("dead_letters").gauge().value()).isEqualTo(1);
    assertThat(new DeadLetterHealth(later).call().getStatus().name()).isEqualTo("DOWN");

    letters.forget(later.all().get(0).id()).await().atMost(LIMIT);
    await().atMost(LIMIT).until(() -> later.all().isEmpty());
    assertThat(new DeadLetterHealth(later).call().getStatus().name()).isEqualTo("UP");
    later.stop();
  }

  @Test
  void recordTooLargeForAnyTopicShouldBeBuriedWithoutItsBytes() {
    letters.bury("samples", record(new byte[3_000_000]), "it is huge").await().atMost(LIMIT);

    await().atMost(LIMIT).until(() -> letters.all().size() == 1);
    assertThat(letters.all().get(0).reason()).contains("it is huge").contains("too large");
    assertThat(letters.all().get(0).record().offset()).isEqualTo(7);
  }

  private static ConsumerRecord<String, byte[]> record(byte[] value) {
    return new ConsumerRecord<>(
        "kit.samples.v1",
        1,
        7,
        0L,
        TimestampType.CREATE_TIME,
        -1,
        value.length,
        "key",
        value,
        new org.apache.kafka.common.header.internals.RecordHeaders(),
        Optional.empty());
  }
}
