package org.followthrough.kit.testing.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.followthrough.kit.deadletter.DeadLetter;
import org.followthrough.kit.deadletter.DeadLetters;
import org.junit.jupiter.api.Test;

/** What every {@link DeadLetters} guarantees. */
public interface DeadLettersContract {

  Duration LIMIT = Duration.ofSeconds(60);

  /** The adapter under test; empty at the start of each test. */
  DeadLetters letters();

  @Test
  default void recordShouldComeBackAsItCame() {
    byte[] bytes = {0, (byte) 0xFF, '{'};
    bury(record(7, "key", bytes), "it is no JSON");

    DeadLetter letter = only();
    assertThat(letter.id()).isEqualTo("kit.samples.v1-1-7");
    assertThat(letter.channel()).isEqualTo("samples");
    assertThat(letter.reason()).isEqualTo("it is no JSON");
    assertThat(letter.buriedAt()).isNotNull();
    assertThat(letter.record().topic()).isEqualTo("kit.samples.v1");
    assertThat(letter.record().partition()).isEqualTo(1);
    assertThat(letter.record().offset()).isEqualTo(7);
    assertThat(letter.record().key()).isEqualTo("key");
    assertThat(letter.record().value()).isEqualTo(bytes);
    assertThat(letter.record().headers().toArray())
        .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
        .containsExactly("ce_id=not a uuid", "twice=1", "twice=2");
  }

  @Test
  default void absentKeyAndValueShouldStayAbsent() {
    bury(record(7, null, null), "it is empty");

    assertThat(only().record().key()).isNull();
    assertThat(only().record().value()).isNull();
  }

  @Test
  default void emptyValueShouldStayEmpty() {
    bury(record(7, "key", new byte[0]), "it is empty");

    assertThat(only().record().value()).isEmpty();
  }

  @Test
  default void sameRecordShouldLieThereOnce() {
    bury(record(7, "key", new byte[] {1}), "first");
    bury(record(7, "key", new byte[] {1}), "second");

    await().atMost(LIMIT).until(() -> only().reason().equals("second"));
    assertThat(letters().all()).hasSize(1);
  }

  @Test
  default void oldestShouldComeFirst() {
    bury(record(9, "key", new byte[] {1}), "first");
    bury(record(3, "key", new byte[] {2}), "second");

    await().atMost(LIMIT).until(() -> letters().all().size() == 2);
    assertThat(letters().all()).extracting(DeadLetter::reason).containsExactly("first", "second");
  }

  @Test
  default void forgottenShouldBeGone() {
    bury(record(7, "key", new byte[] {1}), "first");
    bury(record(8, "key", new byte[] {1}), "second");
    await().atMost(LIMIT).until(() -> letters().all().size() == 2);

    letters().forget("kit.samples.v1-1-7").await().atMost(LIMIT);

    assertThat(only().reason()).isEqualTo("second");
  }

  @Test
  default void forgettingTheUnknownShouldDoNothing() {
    bury(record(7, "key", new byte[] {1}), "first");

    letters().forget("kit.samples.v1-1-999").await().atMost(LIMIT);

    assertThat(only().reason()).isEqualTo("first");
  }

  private void bury(ConsumerRecord<String, byte[]> record, String reason) {
    letters().bury("samples", record, reason).await().atMost(LIMIT);
  }

  private DeadLetter only() {
    await().atMost(LIMIT).until(() -> letters().all().size() == 1);
    List<DeadLetter> all = letters().all();
    return all.get(0);
  }

  private static ConsumerRecord<String, byte[]> record(long offset, String key, byte[] value) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("ce_id", "not a uuid".getBytes(UTF_8));
    headers.add("twice", "1".getBytes(UTF_8));
    headers.add("twice", "2".getBytes(UTF_8));
    return new ConsumerRecord<>(
        "kit.samples.v1",
        1,
        offset,
        0L,
        TimestampType.CREATE_TIME,
        -1,
        value == null ? -1 : value.length,
        key,
        value,
        headers,
        Optional.empty());
  }
}
