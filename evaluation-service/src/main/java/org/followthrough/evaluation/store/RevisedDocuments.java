package org.followthrough.evaluation.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Changes many documents by pure functions: one find and one bulk write for a batch. Each document
 * carries a revision; a write counts only where the revision is still the one that was read, or
 * else the batch is read and decided again. So a change has to give nothing where it had its effect
 * before.
 */
public final class RevisedDocuments {

  static final Bson KEY = Indexes.ascending("_id", "revision");

  private static final String REVISION = "revision";
  private static final int DUPLICATE_KEY = 11_000;
  private static final Duration FIRST_WAIT = Duration.ofMillis(5);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(250);
  private static final int ATTEMPTS = 20;

  private final ReactiveMongoCollection<Document> collection;
  private final Clock machine;

  /**
   * @param machine tells how long an event waits; not the service clock, which may run fast
   */
  RevisedDocuments(ReactiveMongoCollection<Document> collection, Clock machine) {
    this.collection = collection;
    this.machine = machine;
  }

  /**
   * Changes the documents with these ids.
   *
   * @param changes by id: from the standing document, null where there is none, to what shall
   *     become of it, empty where it can stay
   */
  public Uni<Void> change(Map<String, Function<Document, Optional<Revision>>> changes) {
    if (changes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom()
        .deferred(() -> attempt(changes))
        .onFailure(RevisionConflictException.class)
        .retry()
        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
        .withJitter(0.5)
        .atMost(ATTEMPTS);
  }

  private Uni<Void> attempt(Map<String, Function<Document, Optional<Revision>>> changes) {
    return collection
        .find(Filters.in("_id", changes.keySet()))
        .collect()
        .asMap(document -> document.getString("_id"))
        .map(standing -> writes(standing, changes))
        .chain(this::write);
  }

  private List<WriteModel<Document>> writes(
      Map<String, Document> standing, Map<String, Function<Document, Optional<Revision>>> changes) {
    List<WriteModel<Document>> writes = new ArrayList<>(changes.size());
    changes.forEach(
        (id, change) -> {
          Document document = standing.get(id);
          change
              .apply(document)
              .map(revision -> model(id, document, revision))
              .ifPresent(writes::add);
        });
    return writes;
  }

  private Uni<Void> write(List<WriteModel<Document>> writes) {
    if (writes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return collection
        .bulkWrite(writes, new BulkWriteOptions().ordered(false))
        .onFailure(RevisedDocuments::isLostRace)
        .transform(lost -> new RevisionConflictException())
        .invoke(result -> requireAll(result, writes.size()))
        .replaceWithVoid();
  }

  private WriteModel<Document> model(String id, Document standing, Revision revision) {
    if (standing == null) {
      return new InsertOneModel<>(first(id, revision));
    }
    Number seen = standing.get(REVISION, Number.class);
    var update =
        new Document(
            "$set", new Document(revision.fields()).append(REVISION, seen.longValue() + 1));
    if (!revision.events().isEmpty()) {
      List<Document> events = PendingDocument.of(revision.events());
      update.append("$push", new Document(PendingDocument.FIELD, new Document("$each", events)));
      // $min, for the relay may take the field away between our reading and our writing.
      update.append("$min", new Document(PendingDocument.SINCE, Date.from(machine.instant())));
    }
    return new UpdateOneModel<>(atRevision(id, seen), update);
  }

  // Flat and of exactly the index's keys: as an "and" the local stand-in would read every document.
  private static Bson atRevision(String id, Number seen) {
    return new Document("_id", id).append(REVISION, seen);
  }

  private Document first(String id, Revision revision) {
    var document = new Document("_id", id).append(REVISION, 1L);
    document.putAll(revision.fields());
    document.append(PendingDocument.FIELD, PendingDocument.of(revision.events()));
    if (!revision.events().isEmpty()) {
      document.append(PendingDocument.SINCE, Date.from(machine.instant()));
    }
    return document;
  }

  private static void requireAll(BulkWriteResult result, int expected) {
    if (result.getMatchedCount() + result.getInsertedCount() < expected) {
      throw new RevisionConflictException();
    }
  }

  private static boolean isLostRace(Throwable failure) {
    return failure instanceof MongoBulkWriteException bulk
        && bulk.getWriteConcernError() == null
        && bulk.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
  }
}
