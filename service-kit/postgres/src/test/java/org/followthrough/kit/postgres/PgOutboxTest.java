package org.followthrough.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.followthrough.kit.outbox.OutboxStore;
import org.followthrough.kit.outbox.PendingEvent;
import org.followthrough.kit.stack.Contracts;
import org.followthrough.kit.testing.contract.OutboxContract;
import org.followthrough.kit.testing.contract.SampleEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgOutboxTest implements OutboxContract {
  private final Pool pool = Contracts.pool();
  private final PgOutbox outbox = new PgOutbox(pool);

  @BeforeEach
  void empty() {
    pool.query("TRUNCATE outbox_messages").execute().await().atMost(LIMIT);
  }

  @Override
  public OutboxStore store() {
    return outbox;
  }

  @Override
  public Uni<Void> commit(List<PendingEvent> events) {
    return pool.withTransaction(transaction -> outbox.append(transaction, events));
  }

  @Override
  public Uni<Void> failToCommit(List<PendingEvent> events) {
    return pool.withTransaction(
        transaction ->
            outbox
                .append(transaction, events)
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("no commit"))));
  }

  @Test
  void eventsShouldBeInvisibleUntilTheirTransactionCommits() {
    SqlConnection connection = pool.getConnection().await().atMost(LIMIT);
    Transaction transaction = connection.begin().await().atMost(LIMIT);
    List<PendingEvent> events = SampleEvents.of("a", 2);
    outbox.append(connection, events).await().atMost(LIMIT);
    assertThat(drain(outbox)).isEmpty();

    transaction.commit().await().atMost(LIMIT);
    connection.close().await().atMost(LIMIT);

    assertThat(drain(outbox)).containsExactlyElementsOf(events.stream().map(this::id).toList());
  }

  @Test
  void rowThatCommitsLateShouldNotBeSkipped() {
    SqlConnection slow = pool.getConnection().await().atMost(LIMIT);
    Transaction transaction = slow.begin().await().atMost(LIMIT);
    List<PendingEvent> late = SampleEvents.of("late", 3);
    outbox.append(slow, late).await().atMost(LIMIT);
    commit(SampleEvents.of("early", 3)).await().atMost(LIMIT);
    assertThat(drain(outbox)).hasSize(3);

    transaction.commit().await().atMost(LIMIT);
    slow.close().await().atMost(LIMIT);

    assertThat(drain(outbox)).containsExactlyElementsOf(late.stream().map(this::id).toList());
  }

  @Test
  void connectionThatIsKilledShouldLeaveItsEvents() {
    commit(SampleEvents.of("a", 5)).await().atMost(LIMIT);
    CompletableFuture<Void> holding = new CompletableFuture<>();
    Pool other = Contracts.newPool();
    CompletableFuture<Integer> dying =
        new PgOutbox(other)
            .drain(
                100,
                events -> {
                  holding.complete(null);
                  return Uni.createFrom().completionStage(killBackends());
                })
            .subscribeAsCompletionStage();
    holding.orTimeout(60, TimeUnit.SECONDS).join();

    assertThat(dying.handle((drained, failure) -> failure != null).join()).isTrue();
    // The server tells its client that the connection ends, and only then lets go of its locks.
    await().atMost(LIMIT).until(() -> drain(outbox).size() == 5);
    other.close().await().atMost(LIMIT);
  }

  /** Answers with everything acknowledged, but the connection that holds the locks is gone. */
  private CompletableFuture<Set<UUID>> killBackends() {
    String kill =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            + " AND state = 'idle in transaction'";
    return pool.query(kill)
        .execute()
        .map(rows -> Set.<UUID>of(UUID.randomUUID()))
        .subscribeAsCompletionStage();
  }

  /** Two instances of a service, many writers, each aggregate locked while it is written to. */
  @Test
  void twoRelaysShouldKeepTheOrderOfEachAggregate() {
    int aggregates = 40;
    int versions = 50;
    List<UUID> published = Collections.synchronizedList(new ArrayList<>());
    Map<UUID, PendingEvent> byId = new HashMap<>();
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (int i = 0; i < aggregates; i++) {
      List<PendingEvent> events = SampleEvents.of("aggregate-" + i, versions);
      events.forEach(event -> byId.put(id(event), event));
      writers.add(CompletableFuture.runAsync(() -> events.forEach(this::commitOne)));
    }
    CompletableFuture<Void> written =
        CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
    Pool other = Contracts.newPool();
    List<CompletableFuture<Void>> relays =
        List.of(
            CompletableFuture.runAsync(() -> relay(outbox, written, published)),
            CompletableFuture.runAsync(() -> relay(new PgOutbox(other), written, published)));
    CompletableFuture.allOf(relays.toArray(CompletableFuture[]::new))
        .orTimeout(120, TimeUnit.SECONDS)
        .join();
    other.close().await().atMost(LIMIT);

    assertThat(published).hasSize(aggregates * versions).doesNotHaveDuplicates();
    assertThat(inOrder(published, byId)).isEmpty();
    assertThat(outbox.backlog().await().atMost(LIMIT).events()).isZero();
  }

  private void commitOne(PendingEvent event) {
    commit(List.of(event)).await().atMost(LIMIT);
  }

  private static void relay(PgOutbox store, CompletableFuture<Void> written, List<UUID> published) {
    boolean last = false;
    while (!last) {
      last = written.isDone();
      Function<List<PendingEvent>, Uni<Set<UUID>>> publisher =
          events -> {
            List<UUID> ids = events.stream().map(event -> event.event().id()).toList();
            published.addAll(ids);
            return Uni.createFrom().item(new HashSet<>(ids));
          };
      while (store.drain(17, publisher).await().atMost(LIMIT) > 0) {
        last = false;
      }
    }
  }

  /** The aggregates whose versions did not come in order. */
  private static Set<String> inOrder(List<UUID> published, Map<UUID, PendingEvent> byId) {
    Map<String, List<Long>> versions =
        published.stream()
            .map(id -> byId.get(id).event())
            .collect(
                Collectors.groupingBy(
                    event -> event.subject(),
                    Collectors.mapping(event -> event.aggregateVersion(), Collectors.toList())));
    return versions.entrySet().stream()
        .filter(it -> !it.getValue().equals(it.getValue().stream().sorted().toList()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Test
  void manyEventsShouldBeOneStatement() {
    List<PendingEvent> many =
        IntStream.range(0, 5_000).mapToObj(i -> SampleEvents.event("aggregate-" + i, 1)).toList();

    commit(many).await().atMost(LIMIT);

    assertThat(outbox.backlog().await().atMost(LIMIT).events()).isEqualTo(5_000);
  }

  private List<UUID> drain(PgOutbox store) {
    List<UUID> seen = new ArrayList<>();
    store
        .drain(
            100,
            events -> {
              events.forEach(event -> seen.add(id(event)));
              return Uni.createFrom().item(Set.copyOf(seen));
            })
        .await()
        .atMost(LIMIT);
    return seen;
  }

  private UUID id(PendingEvent pending) {
    return pending.event().id();
  }
}
