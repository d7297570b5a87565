package org.followthrough.kit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.followthrough.kit.deadletter.DeadLetters;
import org.followthrough.kit.testing.NoBlockedEventLoop;
import org.followthrough.kit.testing.QuietLog;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuietLog
@NoBlockedEventLoop
class ConsumptionTest extends ServiceTest {
  private static final String TRACE = "00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Inject DeadLetters deadLetters;

  @Test
  void batchThatComesThreeTimesShuffledShouldHaveOneEffect() {
    List<UUID> ids = IntStream.range(0, 500).mapToObj(i -> UUID.randomUUID()).toList();
    List<ProducerRecord<String, byte[]>> once =
        ids.stream().map(id -> Topics.thing(id, "thing")).toList();
    List<ProducerRecord<String, byte[]>> thrice = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      thrice.addAll(once);
    }
    Collections.shuffle(thrice, new Random(7));

    publish(thrice);
    UUID last = UUID.randomUUID();
    publish(IntStream.range(0, 3).mapToObj(i -> lastOf(i, last)).toList());

    await().atMost(LIMIT).until(() -> effectsOf(last) == 3);
    assertThat(effects(ids)).isEqualTo(500);
    assertThat(deadLetters.all()).isEmpty();
  }

  /** One for each partition: when all three had their effect, so had all before them. */
  private static ProducerRecord<String, byte[]> lastOf(int partition, UUID last) {
    ProducerRecord<String, byte[]> record = Topics.thing(last, "last");
    return new ProducerRecord<>(
        record.topic(), partition, record.key(), record.value(), record.headers());
  }

  private int effectsOf(UUID thing) {
    return rows("SELECT effects FROM things WHERE thing_id = $1", thing).stream()
        .mapToInt(row -> row.getInteger(0))
        .sum();
  }

  @Test
  void hibernateSessionShouldServeAsWell() {
    UUID id = UUID.randomUUID();
    List<ProducerRecord<String, byte[]>> versions =
        new ArrayList<>(
            LongStream.rangeClosed(1, 50).mapToObj(v -> Topics.note(id, "text " + v, v)).toList());
    Collections.shuffle(versions, new Random(7));

    publish(versions);

    // This consumer has no inbox: an event that comes again is answered again.
    await().atMost(LIMIT).until(() -> answered(id).size() == 50);
    assertThat(rows("SELECT text FROM notes WHERE note_id = $1", id).get(0).getString(0))
        .isEqualTo("text 50");
    await().atMost(LIMIT).until(() -> outboxRows() == 0);
  }

  @Test
  void eventsOfAConsumptionShouldCarryTheChainOn() {
    UUID id = UUID.randomUUID();
    ProducerRecord<String, byte[]> cause = Topics.thing(id, "cause");
    cause.headers().add("traceparent", TRACE.getBytes(StandardCharsets.UTF_8));

    publish(List.of(cause));

    await().atMost(LIMIT).until(() -> !answers(id).isEmpty());
    ConsumerRecord<String, byte[]> effect = answers(id).get(0);
    String causeId =
        new String(cause.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    assertThat(Topics.header(effect, "ce_type")).isEqualTo("kit.ThingSeen.v1");
    assertThat(Topics.header(effect, "traceparent")).isEqualTo(TRACE);
    assertThat(Topics.header(effect, "ce_causationid")).isEqualTo(causeId);
    assertThat(Topics.header(effect, "ce_correlationid")).isEqualTo(causeId);
  }

  private Set<String> answered(UUID subject) {
    return answers(subject).stream()
        .map(answer -> Topics.header(answer, "ce_causationid"))
        .collect(Collectors.toSet());
  }

  private List<ConsumerRecord<String, byte[]>> answers(UUID subject) {
    return all("kit.made.v1").stream().filter(it -> it.key().equals(subject.toString())).toList();
  }
}
