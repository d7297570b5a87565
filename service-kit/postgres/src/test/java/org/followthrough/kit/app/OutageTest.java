package org.followthrough.kit.app;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.followthrough.kit.deadletter.DeadLetters;
import org.followthrough.kit.outbox.OutboxRelay;
import org.followthrough.kit.outbox.PendingEvent;
import org.followthrough.kit.postgres.PgOutbox;
import org.followthrough.kit.testing.NoBlockedEventLoop;
import org.followthrough.kit.testing.contract.SampleEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** kill -9 of the servers under a running service, with work going on. */
@QuarkusTest
@NoBlockedEventLoop
class OutageTest extends ServiceTest {
  private static final Duration RECOVERY = Duration.ofSeconds(150);

  @Inject DeadLetters deadLetters;
  @Inject PgOutbox pgOutbox;
  @Inject OutboxRelay relay;

  /** Writes one aggregate, a version at a time. */
  private final class Writer implements Runnable {
    private final String aggregate = UUID.randomUUID().toString();
    private final List<PendingEvent> appended = new ArrayList<>();

    @Override
    public void run() {
      PendingEvent event = SampleEvents.event(aggregate, appended.size() + 1L);
      pool.withTransaction(transaction -> pgOutbox.append(transaction, List.of(event)))
          .await()
          .atMost(LIMIT);
      relay.wake();
      appended.add(event);
    }
  }

  /** What comes after finds a service that has found all its servers again. */
  @AfterEach
  void recover() {
    List<UUID> id = List.of(UUID.randomUUID());
    publish(id, id);
    await()
        .atMost(RECOVERY)
        .ignoreExceptions()
        .until(() -> effects(id) == 1 && notesKept(id) == 1 && outboxRows() == 0);
    await().atMost(RECOVERY).until(() -> given().get("/ops/health/ready").statusCode() == 200);
  }

  @Test
  void killedBrokerShouldLoseNoEventAndNoOrder() throws InterruptedException {
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
    List<Writer> writers = Stream.generate(Writer::new).limit(4).toList();
    List<ScheduledFuture<?>> writing = new ArrayList<>();
    writers.forEach(it -> writing.add(threads.scheduleAtFixedRate(it, 0, 5, MILLISECONDS)));
    try {
      await().atMost(LIMIT).until(() -> onTopic() > 50);
      for (int i = 0; i < 2; i++) {
        killBroker();
        long before = onTopic();
        await().atMost(RECOVERY).until(() -> onTopic() > before + 100);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(threads.awaitTermination(LIMIT.toSeconds(), SECONDS)).isTrue();
    assertThat(writing).as("writers that did not fail").allMatch(Future::isCancelled);

    await().atMost(RECOVERY).until(() -> outboxRows() == 0);
    Map<String, List<Long>> published = firstOccurrences();
    assertThat(published)
        .containsAllEntriesOf(
            versions(writers.stream().flatMap(it -> it.appended.stream()).toList()));
    assertThat(published.values()).allSatisfy(it -> assertThat(it).isSorted());
  }

  private void killBroker() {
    Faults.killKafka();
    try {
      await().atMost(LIMIT).until(() -> outboxRows() > 100);
    } finally {
      Faults.restartKafka();
    }
  }

  private long onTopic() {
    return Topics.count(bootstrapServers, SampleEvents.TOPIC);
  }

  private static Map<String, List<Long>> versions(List<PendingEvent> events) {
    Map<String, List<Long>> versions = new LinkedHashMap<>();
    events.forEach(
        it ->
            versions
                .computeIfAbsent(it.event().subject(), subject -> new ArrayList<>())
                .add(it.event().aggregateVersion()));
    return versions;
  }

  /** The versions of each aggregate in the order of their first appearance on the topic. */
  private Map<String, List<Long>> firstOccurrences() {
    Map<String, Set<Long>> seen = new LinkedHashMap<>();
    all(SampleEvents.TOPIC)
        .forEach(
            it ->
                seen.computeIfAbsent(it.key(), key -> new LinkedHashSet<>())
                    .add(Long.parseLong(Topics.header(it, "ce_aggregateversion"))));
    Map<String, List<Long>> versions = new LinkedHashMap<>();
    seen.forEach((key, value) -> versions.put(key, List.copyOf(value)));
    return versions;
  }

  @Test
  void killedDatabaseShouldCostNoEffectAndNoDeadLetter() {
    List<UUID> things = IntStream.range(0, 3_000).mapToObj(i -> UUID.randomUUID()).toList();
    List<UUID> notes = IntStream.range(0, 1_000).mapToObj(i -> UUID.randomUUID()).toList();
    CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> publish(things, notes));
    await().atMost(LIMIT).until(() -> effects(things) > 0);

    for (int i = 0; i < 2; i++) {
      Faults.killPostgres();
      try {
        given().get("/ops/health/live").then().statusCode(200);
      } finally {
        Faults.restartPostgres();
      }
    }
    publishing.join();

    await()
        .atMost(RECOVERY)
        .ignoreExceptions()
        .until(() -> effects(things) == things.size() && notesKept(notes) == notes.size());
    await().atMost(RECOVERY).ignoreExceptions().until(() -> outboxRows() == 0);
    assertThat(deadLetters.all()).isEmpty();
    Set<String> answered = new LinkedHashSet<>();
    all("kit.made.v1").forEach(it -> answered.add(it.key()));
    assertThat(answered).containsAll(things.stream().map(UUID::toString).toList());
    assertThat(answered).containsAll(notes.stream().map(UUID::toString).toList());
  }

  @Test
  void requestWhoseDatabaseIsGoneShouldBeAskedToComeAgain() {
    Faults.killPostgres();
    try {
      as(WRITER)
          .contentType("application/json")
          .body("{\"name\": \"a thing\"}")
          .post("/v1/things")
          .then()
          .statusCode(503)
          .header("Retry-After", "5")
          .contentType("application/problem+json")
          .body("type", endsWith("#unavailable"));
    } finally {
      Faults.restartPostgres();
    }
  }

  private void publish(List<UUID> things, List<UUID> notes) {
    for (int i = 0; i < things.size(); i += 100) {
      List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
      things
          .subList(i, Math.min(i + 100, things.size()))
          .forEach(id -> records.add(Topics.thing(id, "thing")));
      if (i < notes.size()) {
        notes
            .subList(i, Math.min(i + 100, notes.size()))
            .forEach(id -> records.add(Topics.note(id, "note", 1)));
      }
      publish(records);
    }
  }

  private long notesKept(List<UUID> notes) {
    return rows(
            "SELECT count(*) FROM notes WHERE note_id = ANY($1)",
            (Object) notes.toArray(UUID[]::new))
        .get(0)
        .getLong(0);
  }
}
