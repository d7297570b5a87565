package org.followthrough.kit.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.followthrough.kit.deadletter.DeadLetter;
import org.followthrough.kit.deadletter.DeadLetters;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.event.EventHeaders;
import org.followthrough.kit.event.UnreadableEventException;
import org.junit.jupiter.api.Test;

class EventConsumerTest {
  record Sample(int n) {}

  /** Remembers what was buried, and can be out of order for a while. */
  private static final class Graveyard implements DeadLetters {
    private final Map<Long, String> reasons = new TreeMap<>();
    private final Map<String, DeadLetter> letters = new TreeMap<>();
    private final CompletableFuture<Void> filled = new CompletableFuture<>();
    private int faults;
    private int full;

    @Override
    public Uni<Void> bury(String channel, ConsumerRecord<String, byte[]> record, String reason) {
      if (faults-- > 0) {
        return Uni.createFrom().failure(new IOException("broker"));
      }
      reasons.put(record.offset(), reason);
      String id = Long.toString(record.offset());
      letters.put(id, new DeadLetter(id, channel, reason, Instant.EPOCH, record));
      return reasons.size() < full || full > 0 && filled.complete(null)
          ? Uni.createFrom().completionStage(filled)
          : Uni.createFrom().voidItem();
    }

    @Override
    public List<DeadLetter> all() {
      return List.copyOf(letters.values());
    }

    @Override
    public Uni<Void> forget(String id) {
      if (faults-- > 0) {
        return Uni.createFrom().failure(new IOException("broker"));
      }
      letters.remove(id);
      return Uni.createFrom().voidItem();
    }
  }

  /** A store that knows one fault that stays. */
  private static final class Store implements TransientFault {
    @Override
    public boolean isTransient(Throwable fault) {
      return false;
    }

    @Override
    public boolean isPermanent(Throwable fault) {
      return fault instanceof ArithmeticException;
    }
  }

  private static final UUID ORGANIZATION = UUID.randomUUID();

  private final Graveyard graveyard = new Graveyard();
  private final EventComposer composer = new EventComposer(Clock.systemUTC(), "kit");
  private final Set<Integer> applied = new HashSet<>();
  private final List<Integer> batches = new ArrayList<>();

  @Test
  void goodBatchShouldBeAppliedAtOnce() {
    consume(batch(100), this::apply);

    assertThat(batches).containsExactly(100);
    assertThat(graveyard.reasons).isEmpty();
  }

  @Test
  void poisonShouldBeIsolatedAndAllOthersApplied() {
    Set<Integer> poison = Set.of(0, 13, 14, 99);

    consume(
        batch(100),
        events -> {
          List<Integer> numbers = numbers(events);
          return numbers.stream().anyMatch(poison::contains)
              ? Uni.createFrom().failure(new IllegalStateException("quotes a payload"))
              : apply(events);
        });

    assertThat(applied).hasSize(96).doesNotContainAnyElementsOf(poison);
    assertThat(graveyard.reasons.keySet()).containsExactly(0L, 13L, 14L, 99L);
    assertThat(graveyard.reasons.values())
        .allMatch(it -> it.startsWith("java.lang.IllegalStateException at org.followthrough."));
  }

  @Test
  void unreadablePayloadShouldGoToTheDeadLettersWithOurReason() {
    consume(
        batch(3),
        events ->
            numbers(events).contains(1)
                ? Uni.createFrom().failure(new UnreadableEventException("payload is no X", null))
                : apply(events));

    assertThat(applied).containsExactlyInAnyOrder(0, 2);
    assertThat(graveyard.reasons).isEqualTo(Map.of(1L, "payload is no X"));
  }

  @Test
  void effectThatThrowsShouldCountAsFailed() {
    consume(
        batch(2),
        events -> {
          if (numbers(events).contains(1)) {
            throw new IllegalStateException("thrown, not returned");
          }
          return apply(events);
        });

    assertThat(applied).containsExactly(0);
    assertThat(graveyard.reasons).containsOnlyKeys(1L);
  }

  @Test
  void unreadableHeadersShouldNotReachTheEffect() {
    List<ConsumerRecord<String, byte[]>> records = batch(3);
    records.get(1).headers().remove("ce_id");

    consume(records, this::apply);

    assertThat(applied).containsExactlyInAnyOrder(0, 2);
    assertThat(graveyard.reasons).isEqualTo(Map.of(1L, "header ce_id is missing"));
  }

  @Test
  void unreadableRecordsShouldBeBuriedTogether() {
    List<ConsumerRecord<String, byte[]>> records = batch(2_000);
    records.forEach(record -> record.headers().remove("ce_id"));
    graveyard.full = 2_000;

    consume(records, this::apply);

    assertThat(graveyard.reasons).hasSize(2_000);
  }

  @Test
  void faultThatIsKnownToStayShouldNotBeTriedAgain() {
    AtomicInteger calls = new AtomicInteger();

    consume(
        batch(1),
        events -> {
          calls.incrementAndGet();
          return Uni.createFrom().failure(new RuntimeException(new ArithmeticException("22003")));
        });

    assertThat(calls).hasValue(1);
    assertThat(graveyard.reasons.get(0L)).startsWith("java.lang.ArithmeticException at ");
  }

  @Test
  void subjectThatIsNoUuidShouldBeOurReason() {
    List<ConsumerRecord<String, byte[]>> records = batch(1);
    records.get(0).headers().remove("ce_subject").add("ce_subject", "Anna".getBytes(UTF_8));

    consume(records, events -> Uni.createFrom().item(events.get(0).subject()).replaceWithVoid());

    assertThat(graveyard.reasons).isEqualTo(Map.of(0L, "subject is not a UUID"));
  }

  @Test
  void infrastructureShouldBeWaitedOut() {
    AtomicInteger faults = new AtomicInteger(4);

    consume(
        batch(10),
        events ->
            faults.getAndDecrement() > 0
                ? Uni.createFrom().failure(new RuntimeException(new IOException("connection")))
                : apply(events));

    assertThat(batches).containsExactly(10);
    assertThat(graveyard.reasons).isEmpty();
  }

  @Test
  void writersThatMeetShouldNotMakeDeadLetters() {
    AtomicInteger collisions = new AtomicInteger(2);

    consume(
        batch(1),
        events ->
            collisions.getAndDecrement() > 0
                ? Uni.createFrom().failure(new IllegalStateException("unique violation"))
                : apply(events));

    assertThat(applied).containsExactly(0);
    assertThat(graveyard.reasons).isEmpty();
  }

  @Test
  void outageDuringTheLastTriesShouldNotMakeADeadLetter() {
    AtomicInteger calls = new AtomicInteger();

    consume(
        batch(1),
        events ->
            switch (calls.getAndIncrement()) {
              case 0 -> Uni.createFrom().failure(new IllegalStateException("fault of the event?"));
              case 1, 2, 3, 4, 5 -> Uni.createFrom().failure(new IOException("connection"));
              default -> apply(events);
            });

    assertThat(applied).containsExactly(0);
    assertThat(graveyard.reasons).isEmpty();
  }

  @Test
  void batchShouldNotCompleteBeforeItsDeadLettersAreSafe() {
    graveyard.faults = 3;

    consume(
        batch(1), events -> Uni.createFrom().failure(new UnreadableEventException("bad", null)));

    assertThat(graveyard.reasons).isEqualTo(Map.of(0L, "bad"));
  }

  @Test
  void tombstoneShouldTakeTheOlderDeadLettersOfItsKeyAlong() {
    List<ConsumerRecord<String, byte[]>> records = batch(4);
    String erased = records.get(0).key();
    List<ConsumerRecord<String, byte[]>> again = List.of(tombstone(1, erased));
    consume(
        List.of(records.get(0), records.get(3)),
        events -> Uni.createFrom().failure(new UnreadableEventException("poison", null)));
    graveyard.letters.put("9", letterOf(9, erased));
    graveyard.faults = 2;

    consume(again, events -> Uni.createFrom().voidItem());

    assertThat(graveyard.letters).containsOnlyKeys("3", "9");
  }

  @Test
  void tombstoneThatFailsShouldStayWithTheDeadLetters() {
    consume(
        List.of(tombstone(1, UUID.randomUUID().toString())),
        events -> Uni.createFrom().failure(new ArithmeticException()));

    assertThat(graveyard.letters).containsOnlyKeys("1");
  }

  private DeadLetter letterOf(int offset, String key) {
    ConsumerRecord<String, byte[]> like = record(offset);
    return new DeadLetter("9", "samples", "poison", Instant.EPOCH, with(like, key, like.value()));
  }

  private ConsumerRecord<String, byte[]> tombstone(int offset, String key) {
    return with(record(offset), key, null);
  }

  private static ConsumerRecord<String, byte[]> with(
      ConsumerRecord<String, byte[]> like, String key, byte[] value) {
    return new ConsumerRecord<>(
        like.topic(),
        like.partition(),
        like.offset(),
        0L,
        TimestampType.CREATE_TIME,
        0,
        0,
        key,
        value,
        like.headers(),
        Optional.empty());
  }

  private Uni<Void> apply(List<ReceivedEvent> events) {
    batches.add(events.size());
    applied.addAll(numbers(events));
    return Uni.createFrom().voidItem();
  }

  private static List<Integer> numbers(List<ReceivedEvent> events) {
    return events.stream().map(event -> event.payload(Sample.class).n()).toList();
  }

  private void consume(
      List<ConsumerRecord<String, byte[]>> records,
      Function<List<ReceivedEvent>, Uni<Void>> effect) {
    var faults = new KnownFaults(List.of(new Store()));
    var consumer = new EventConsumer("samples", effect, graveyard, faults, Duration.ofMillis(5));
    consumer
        .consume(new ConsumerRecords<>(Map.of(new TopicPartition("t", 0), records), Map.of()))
        .await()
        .atMost(Duration.ofSeconds(60));
  }

  private List<ConsumerRecord<String, byte[]>> batch(int count) {
    return new ArrayList<>(IntStream.range(0, count).mapToObj(this::record).toList());
  }

  private ConsumerRecord<String, byte[]> record(int n) {
    EventEnvelope event =
        composer.compose("kit.Sample.v1", UUID.randomUUID(), 1, ORGANIZATION, new Sample(n));
    ProducerRecord<String, byte[]> sent = EventHeaders.toRecord("t", event);
    assertThat(new String(sent.value(), UTF_8)).contains("n");
    return new ConsumerRecord<>(
        "t",
        0,
        n,
        0L,
        TimestampType.CREATE_TIME,
        0,
        0,
        sent.key(),
        sent.value(),
        sent.headers(),
        Optional.empty());
  }
}
