package org.followthrough.evaluation.store;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.followthrough.kit.outbox.OutboxStore;
import org.followthrough.kit.outbox.PendingEvent;

/**
 * The outbox inside the aggregates' own documents: state and event are one atomic write, without a
 * transaction.
 *
 * <p>A drain leases whole documents, so that an aggregate keeps its order and several instances
 * share the work. The lease is given in one update of many documents, in which each document is
 * checked and taken atomically; whoever lost a lease by its time can no longer remove events.
 */
@Singleton
public class MongoOutbox implements OutboxStore {

  // Longer than the relay waits for a batch (60 s), shorter than anybody would wait for a crash.
  static final Duration LEASE = Duration.ofSeconds(90);

  private static final String OWNER = "lease.owner";
  private static final String UNTIL = "lease.until";
  private static final List<Bson> BACKLOG =
      List.of(
          new Document(
              "$match", new Document(PendingDocument.SINCE, new Document("$exists", true))),
          new Document(
              "$group",
              new Document("_id", null)
                  .append("events", new Document("$sum", new Document("$size", "$pending")))
                  .append("oldest", new Document("$min", "$pendingSince"))));

  private final ReactiveMongoCollection<Document> documents;
  private final Clock machine;

  @Inject
  MongoOutbox(EvaluationDatabase database, @MachineTime Clock machine) {
    this(database.followups(), machine);
  }

  /**
   * @param machine times the leases; not the service clock, which may run fast or stand still
   */
  MongoOutbox(ReactiveMongoCollection<Document> documents, Clock machine) {
    this.documents = documents;
    this.machine = machine;
  }

  @Override
  public Uni<Integer> drain(int max, Function<List<PendingEvent>, Uni<Set<UUID>>> publisher) {
    String owner = UUID.randomUUID().toString();
    return waiting(max)
        .chain(
            ids ->
                ids.isEmpty() ? Uni.createFrom().item(0) : drainLeased(owner, ids, max, publisher));
  }

  @Override
  public Uni<Backlog> backlog() {
    Instant now = machine.instant();
    return documents
        .aggregate(BACKLOG)
        .collect()
        .first()
        .map(found -> found == null ? new Backlog(0, Duration.ZERO) : backlog(found, now));
  }

  private Uni<Integer> drainLeased(
      String owner,
      List<String> ids,
      int max,
      Function<List<PendingEvent>, Uni<Set<UUID>>> publisher) {
    return lease(owner, ids)
        .chain(() -> leased(owner, max))
        .chain(
            events ->
                events.isEmpty()
                    ? Uni.createFrom().item(Set.<UUID>of())
                    : publisher.apply(events).map(acknowledged -> among(events, acknowledged)))
        .call(acknowledged -> remove(owner, acknowledged))
        .map(Set::size)
        .onTermination()
        .call((removed, failure, cancelled) -> release(owner, failure, cancelled));
  }

  private Uni<List<String>> waiting(int max) {
    return documents
        .find(
            free(),
            new FindOptions()
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending(PendingDocument.SINCE))
                .limit(max))
        .map(document -> document.getString("_id"))
        .collect()
        .asList();
  }

  private Uni<Void> lease(String owner, List<String> ids) {
    Date until = Date.from(machine.instant().plus(LEASE));
    return documents
        .updateMany(
            Filters.and(Filters.in("_id", ids), free()),
            Updates.set("lease", new Document("owner", owner).append("until", until)))
        .replaceWithVoid();
  }

  private Uni<List<PendingEvent>> leased(String owner, int max) {
    return documents
        .find(
            Filters.eq(OWNER, owner),
            new FindOptions()
                .projection(Projections.include(PendingDocument.FIELD))
                .sort(Sorts.ascending(PendingDocument.SINCE)))
        .collect()
        .asList()
        .map(
            found ->
                found.stream()
                    .flatMap(each -> each.getList(PendingDocument.FIELD, Document.class).stream())
                    .limit(max)
                    .map(PendingDocument::read)
                    .toList());
  }

  private Uni<Void> remove(String owner, Set<UUID> acknowledged) {
    Bson mine = Filters.eq(OWNER, owner);
    List<String> ids = acknowledged.stream().map(UUID::toString).toList();
    List<WriteModel<Document>> writes =
        List.of(
            new UpdateManyModel<>(
                mine,
                Updates.pull(
                    PendingDocument.FIELD,
                    new Document(PendingDocument.EVENT_ID, new Document("$in", ids)))),
            new UpdateManyModel<>(
                Filters.and(mine, Filters.size(PendingDocument.FIELD, 0)),
                Updates.unset(PendingDocument.SINCE)),
            new UpdateManyModel<>(mine, Updates.unset("lease")));
    return documents.bulkWrite(writes, new BulkWriteOptions().ordered(true)).replaceWithVoid();
  }

  private Uni<?> release(String owner, Throwable failure, boolean cancelled) {
    return failure == null && !cancelled
        ? Uni.createFrom().voidItem()
        : documents.updateMany(Filters.eq(OWNER, owner), Updates.unset("lease"));
  }

  private Bson free() {
    return Filters.and(
        Filters.exists(PendingDocument.SINCE),
        Filters.or(
            Filters.exists("lease", false), Filters.lte(UNTIL, Date.from(machine.instant()))));
  }

  private static Set<UUID> among(List<PendingEvent> events, Set<UUID> acknowledged) {
    return events.stream()
        .map(pending -> pending.event().id())
        .filter(acknowledged::contains)
        .collect(java.util.stream.Collectors.toSet());
  }

  private static Backlog backlog(Document found, Instant now) {
    Duration age = Duration.between(found.getDate("oldest").toInstant(), now);
    return new Backlog(
        found.get("events", Number.class).longValue(), age.isNegative() ? Duration.ZERO : age);
  }
}
