package org.followthrough.evaluation.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jboss.logging.Logger;

/**
 * Brings the database up to date at start: each step once, in order. A step can be repeated without
 * harm, so that two instances that start together need no lock.
 */
@Singleton
class Migrations {

  private static final Logger LOG = Logger.getLogger(Migrations.class);
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private static final IndexOptions UNIQUE = new IndexOptions().unique(true);
  private static final List<String> FORMS =
      List.of("m3-learner", "m3-manager", "m12-learner", "m12-manager");

  /** One step; its id never changes once released. */
  record Step(String id, Supplier<Uni<?>> apply) {}

  private final EvaluationDatabase database;
  private final MongoTransientFault faults;
  private final Clock clock;
  private final List<Step> steps;

  Migrations(EvaluationDatabase database, MongoTransientFault faults, Clock clock) {
    this.database = database;
    this.faults = faults;
    this.clock = clock;
    this.steps =
        List.of(
            new Step("001-followups-by-course", this::followupsByCourse),
            new Step("002-outbox", this::outbox),
            new Step("003-courses-by-hr-id", this::coursesByHrId),
            new Step("004-people-away", this::peopleAway),
            new Step("005-forms-by-author", this::formsByAuthor),
            new Step("006-by-revision", this::byRevision));
  }

  void start(@Observes @Priority(1) StartupEvent event) {
    run()
        .onFailure(faults::isTransient)
        .retry()
        .withBackOff(Duration.ofMillis(500), Duration.ofSeconds(5))
        .expireIn(LONGEST_START.toMillis())
        .await()
        .atMost(LONGEST_START.multipliedBy(2));
  }

  Uni<Void> run() {
    return applied().chain(done -> each(missing(done)));
  }

  private Uni<Set<String>> applied() {
    return database
        .migrations()
        .find()
        .map(document -> document.getString("_id"))
        .collect()
        .with(java.util.stream.Collectors.toSet());
  }

  private List<Step> missing(Set<String> done) {
    return steps.stream().filter(step -> !done.contains(step.id())).toList();
  }

  private Uni<Void> each(List<Step> missing) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Step step : missing) {
      all = all.chain(() -> step.apply().get()).chain(() -> record(step));
    }
    return all;
  }

  private Uni<Void> record(Step step) {
    LOG.infof("migration %s applied", step.id());
    var entry = new Document("_id", step.id()).append("appliedAt", clock.instant().toString());
    return database
        .migrations()
        .replaceOne(Filters.eq("_id", step.id()), entry, new ReplaceOptions().upsert(true))
        .replaceWithVoid();
  }

  private Uni<?> followupsByCourse() {
    return index(database.followups(), Indexes.ascending("organizationId", "courseId"), false)
        .chain(() -> index(database.followups(), Indexes.ascending("learnerId"), false));
  }

  private Uni<?> outbox() {
    return index(database.followups(), Indexes.ascending(PendingDocument.SINCE), true)
        .chain(() -> index(database.followups(), Indexes.ascending("lease.owner"), true));
  }

  private Uni<?> coursesByHrId() {
    return index(database.courses(), Indexes.ascending("organizationId", "externalId"), false);
  }

  private Uni<?> peopleAway() {
    return index(database.people(), Indexes.ascending("organizationId", "awayUntil"), false)
        .chain(
            () ->
                index(database.people(), Indexes.ascending("organizationId", "managerId"), false));
  }

  /** For erasures: whatever this person wrote is found without reading every followup. */
  private Uni<?> formsByAuthor() {
    Uni<?> all = Uni.createFrom().voidItem();
    for (String form : FORMS) {
      Bson author = Indexes.ascending("state.evaluations." + form + ".submittedBy");
      all = all.chain(() -> index(database.followups(), author, true));
    }
    return all;
  }

  /** Found by it in the stand-in, which uses no index for part of a filter (ADR 0006). */
  private Uni<?> byRevision() {
    Uni<?> all = Uni.createFrom().voidItem();
    for (var collection : List.of(database.followups(), database.people(), database.courses())) {
      all = all.chain(() -> collection.createIndex(RevisedDocuments.KEY, UNIQUE));
    }
    return all;
  }

  private static Uni<String> index(
      ReactiveMongoCollection<Document> collection, Bson keys, boolean sparse) {
    return collection.createIndex(keys, new IndexOptions().sparse(sparse));
  }
}
