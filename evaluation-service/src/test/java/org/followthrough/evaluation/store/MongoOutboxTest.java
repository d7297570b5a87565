package org.followthrough.evaluation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.followthrough.evaluation.testing.EvaluationStack;
import org.followthrough.evaluation.testing.TestBeans;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.outbox.OutboxStore;
import org.followthrough.kit.outbox.PendingEvent;
import org.followthrough.kit.testing.SettableClock;
import org.followthrough.kit.testing.contract.OutboxContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a collection of its own, so that the service's relay does not take part. */
@QuarkusTest
@QuarkusTestResource(EvaluationStack.class)
class MongoOutboxTest implements OutboxContract {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject ReactiveMongoClient client;

  private final SettableClock machine = new SettableClock(Instant.parse("2026-11-23T04:00:00Z"));
  private ReactiveMongoCollection<Document> collection;
  private RevisedDocuments documents;
  private MongoOutbox outbox;

  @BeforeEach
  void useOwnCollection() {
    collection = client.getDatabase("outbox-test").getCollection("c" + UUID.randomUUID());
    documents = new RevisedDocuments(collection, machine);
    outbox = new MongoOutbox(collection, machine);
  }

  @Override
  public OutboxStore store() {
    return outbox;
  }

  @Override
  public Uni<Void> commit(List<PendingEvent> events) {
    return documents.change(Map.of(subject(events.get(0)).toString(), change(events)));
  }

  @Override
  public Uni<Void> failToCommit(List<PendingEvent> events) {
    String id = subject(events.get(0)).toString();
    // A field that no document may have makes the whole update fail, events included.
    Function<Document, Optional<Revision>> broken =
        standing ->
            Optional.of(new Revision(new Document("_id", "another"), List.of()).publishing(events));
    return commit(List.of(events.get(0)))
        .chain(() -> outbox.drain(1, handed -> Uni.createFrom().item(all(handed))))
        .chain(() -> documents.change(Map.of(id, broken)));
  }

  private static Function<Document, Optional<Revision>> change(List<PendingEvent> events) {
    return standing ->
        Optional.of(new Revision(new Document("changed", true), List.of()).publishing(events));
  }

  @Test
  void anEventLeavesOnlyWhenAcknowledged() {
    PendingEvent first = append(UUID.randomUUID(), 1);
    PendingEvent second = append(subject(first), 2);

    assertThat(drain(events -> Set.of(first.event().id()))).isEqualTo(1);
    assertThat(backlog().events()).isEqualTo(1);

    List<PendingEvent> seen = new ArrayList<>();
    assertThat(drain(recording(seen))).isEqualTo(1);
    assertThat(seen).usingRecursiveComparison().isEqualTo(List.of(second));
    assertThat(drain(recording(seen))).isZero();
    assertThat(backlog()).isEqualTo(new OutboxStore.Backlog(0, Duration.ZERO));
  }

  @Test
  void aPublisherThatFailsLosesNothing() {
    append(UUID.randomUUID(), 1);

    assertThatThrownBy(
            () ->
                outbox
                    .drain(
                        10, events -> Uni.createFrom().failure(new IllegalStateException("down")))
                    .await()
                    .atMost(PATIENCE))
        .isInstanceOf(IllegalStateException.class);

    assertThat(drain(MongoOutboxTest::all)).as("at once, the lease was given back").isEqualTo(1);
  }

  @Test
  void aDrainThatDiedLeavesItsEventsWhenItsLeaseIsOver() {
    append(UUID.randomUUID(), 1);
    collection
        .updateMany(
            new Document(),
            new Document(
                "$set",
                new Document(
                    "lease",
                    new Document("owner", "dead")
                        .append("until", Date.from(machine.instant().plus(MongoOutbox.LEASE))))))
        .await()
        .atMost(PATIENCE);

    machine.advance(MongoOutbox.LEASE.minusSeconds(1));
    assertThat(drain(MongoOutboxTest::all)).isZero();
    machine.advance(Duration.ofSeconds(1));
    assertThat(drain(MongoOutboxTest::all)).isEqualTo(1);
  }

  @Test
  void whoLostTheLeaseRemovesNothing() {
    append(UUID.randomUUID(), 1);

    int removed =
        outbox
            .drain(
                10,
                events -> {
                  machine.advance(MongoOutbox.LEASE.plusSeconds(1));
                  return outbox
                      .drain(10, again -> Uni.createFrom().item(Set.of()))
                      .replaceWith(all(events));
                })
            .await()
            .atMost(PATIENCE);

    assertThat(removed).isEqualTo(1);
    assertThat(backlog().events()).as("it is handed over again, not lost").isEqualTo(1);
  }

  @Test
  void aCallerWhoGoesAwayGivesTheLeaseBack() {
    append(UUID.randomUUID(), 1);

    var call =
        outbox.drain(10, events -> Uni.createFrom().nothing()).subscribe().asCompletionStage();
    Awaitility.await().atMost(PATIENCE).until(this::isLeased);
    call.cancel(true);

    Awaitility.await().atMost(PATIENCE).until(() -> drain(MongoOutboxTest::all) == 1);
  }

  @Test
  void noMoreThanAskedForAreHandedOver() {
    UUID subject = UUID.randomUUID();
    for (int i = 1; i <= 5; i++) {
      append(subject, i);
      append(UUID.randomUUID(), 1);
    }
    List<PendingEvent> seen = new ArrayList<>();

    assertThat(
            outbox
                .drain(3, events -> Uni.createFrom().item(recording(seen).apply(events)))
                .await()
                .atMost(PATIENCE))
        .isEqualTo(3);

    assertThat(seen).hasSize(3);
    assertThat(backlog().events()).isEqualTo(7);
  }

  @Test
  void manyDrainsShareTheWorkAndKeepTheOrderOfEachAggregate() throws Exception {
    int aggregates = 60;
    int each = 8;
    List<UUID> subjects = Stream.generate(UUID::randomUUID).limit(aggregates).toList();
    List<PendingEvent> published = Collections.synchronizedList(new ArrayList<>());
    var writers =
        subjects.stream()
            .map(
                subject ->
                    CompletableFuture.runAsync(
                        () -> {
                          for (int version = 1; version <= each; version++) {
                            append(subject, version);
                          }
                        }))
            .toList();
    var drains =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    CompletableFuture.runAsync(
                        () -> {
                          while (published.size() < aggregates * each) {
                            drain(recording(published));
                          }
                        }))
            .toList();
    for (var writer : writers) {
      writer.get(60, TimeUnit.SECONDS);
    }
    for (var one : drains) {
      one.get(60, TimeUnit.SECONDS);
    }

    assertThat(new HashSet<>(published.stream().map(e -> e.event().id()).toList()))
        .as("each once")
        .hasSameSizeAs(published)
        .hasSize(aggregates * each);
    for (UUID subject : subjects) {
      assertThat(
              published.stream()
                  .filter(e -> e.event().subject().equals(subject.toString()))
                  .map(e -> e.event().aggregateVersion()))
          .isSorted()
          .hasSize(each);
    }
    assertThat(backlog().events()).isZero();
  }

  @Test
  void theBacklogKnowsHowLongTheOldestWaits() {
    append(UUID.randomUUID(), 1);
    machine.advance(Duration.ofMinutes(3));
    append(UUID.randomUUID(), 1);

    assertThat(backlog()).isEqualTo(new OutboxStore.Backlog(2, Duration.ofMinutes(3)));
  }

  @Test
  void changesAtTheSameTimeAllCount() throws Exception {
    String id = UUID.randomUUID().toString();
    int writers = 12;
    var all =
        IntStream.range(0, writers)
            .mapToObj(
                i -> documents.change(Map.of(id, this::increment)).subscribe().asCompletionStage())
            .toList();
    for (var one : all) {
      one.get(60, TimeUnit.SECONDS);
    }

    Document stored = collection.find().collect().first().await().atMost(PATIENCE);
    assertThat(stored.getInteger("count")).isEqualTo(writers);
  }

  private Optional<Revision> increment(Document standing) {
    int count = standing == null ? 0 : standing.getInteger("count");
    return Optional.of(new Revision(new Document("count", count + 1), List.of()));
  }

  private PendingEvent append(UUID subject, long version) {
    PendingEvent event = event(subject, version);
    Function<Document, Optional<Revision>> change =
        standing ->
            Optional.of(
                new Revision(new Document("version", version), List.of())
                    .publishing(List.of(event)));
    documents.change(Map.of(subject.toString(), change)).await().atMost(PATIENCE);
    return event;
  }

  private boolean isLeased() {
    return collection
            .countDocuments(new Document("lease.owner", new Document("$exists", true)))
            .await()
            .atMost(PATIENCE)
        == 1;
  }

  private int drain(Function<List<PendingEvent>, Set<UUID>> publisher) {
    return outbox
        .drain(100, events -> Uni.createFrom().item(() -> publisher.apply(events)))
        .await()
        .atMost(PATIENCE);
  }

  private OutboxStore.Backlog backlog() {
    return outbox.backlog().await().atMost(PATIENCE);
  }

  private static Set<UUID> all(List<PendingEvent> events) {
    return events.stream().map(each -> each.event().id()).collect(Collectors.toSet());
  }

  private static Function<List<PendingEvent>, Set<UUID>> recording(List<PendingEvent> seen) {
    return events -> {
      seen.addAll(events);
      return all(events);
    };
  }

  private static UUID subject(PendingEvent event) {
    return UUID.fromString(event.event().subject());
  }

  private static PendingEvent event(UUID subject, long version) {
    UUID id = UUID.randomUUID();
    return new PendingEvent(
        "t",
        new EventEnvelope(
            id,
            "/test",
            "t.Happened.v1",
            subject.toString(),
            TestBeans.NOW,
            TestBeans.ORGANIZATION,
            id,
            version % 2 == 0 ? UUID.randomUUID() : null,
            version,
            null,
            "{\"ä\":1}".getBytes(StandardCharsets.UTF_8)));
  }
}
