package org.followthrough.evaluation.people;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.followthrough.evaluation.store.EvaluationDatabase;
import org.followthrough.evaluation.store.RevisedDocuments;
import org.followthrough.evaluation.store.Revision;
import org.followthrough.evaluation.store.StateJson;

/** The projection of people. */
@Singleton
public class People {

  private static final String MANAGER = "managerId";
  private static final String AWAY_UNTIL = "awayUntil";
  private static final int BATCH = 10_000;
  private static final long FOR_GOOD = LocalDate.MAX.toEpochDay();

  private final ReactiveMongoCollection<Document> collection;
  private final RevisedDocuments documents;

  People(EvaluationDatabase database) {
    this.collection = database.people();
    this.documents = database.revised(collection);
  }

  /** Keeps the newest state of each. */
  Uni<Void> keep(Collection<Person> people) {
    Map<String, Function<Document, Optional<Revision>>> changes = new HashMap<>();
    for (Person person : people) {
      changes.put(person.personId().toString(), standing -> newer(person, standing));
    }
    return documents.change(changes);
  }

  /** Those who are known of these, by id. */
  public Uni<Map<UUID, Person>> byIds(UUID organizationId, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(HashMap::new);
    }
    return collection
        .find(
            Filters.in("_id", ids.stream().map(UUID::toString).toList()),
            new FindOptions().batchSize(BATCH))
        .map(document -> StateJson.read(document, Person.class))
        .filter(person -> person.organizationId().equals(organizationId))
        .collect()
        .asMap(Person::personId);
  }

  /**
   * Learners whose talk nobody can hold that day: they are on leave or gone, or their manager is on
   * leave.
   */
  public Uni<Set<UUID>> withoutTalk(UUID organizationId, LocalDate day) {
    return away(organizationId, day)
        .chain(
            away ->
                reports(organizationId, onLeave(away))
                    .invoke(reports -> reports.addAll(away.keySet())));
  }

  private Uni<Map<UUID, Long>> away(UUID organizationId, LocalDate day) {
    return collection
        .find(
            of(organizationId, Filters.gt(AWAY_UNTIL, day.toEpochDay())),
            new FindOptions().projection(Projections.include(AWAY_UNTIL)))
        .collect()
        .asMap(People::id, document -> document.get(AWAY_UNTIL, Number.class).longValue());
  }

  private static List<String> onLeave(Map<UUID, Long> away) {
    return away.entrySet().stream()
        .filter(each -> each.getValue() < FOR_GOOD)
        .map(each -> each.getKey().toString())
        .toList();
  }

  private Uni<Set<UUID>> reports(UUID organizationId, List<String> managers) {
    return collection
        .find(
            of(organizationId, Filters.in(MANAGER, managers)),
            new FindOptions().projection(Projections.include("_id")))
        .map(People::id)
        .collect()
        .with(Collectors.toCollection(HashSet::new));
  }

  private static UUID id(Document document) {
    return UUID.fromString(document.getString("_id"));
  }

  private static Bson of(UUID organizationId, Bson filter) {
    return Filters.and(Filters.eq("organizationId", organizationId.toString()), filter);
  }

  private static Optional<Revision> newer(Person person, Document standing) {
    if (standing != null && StateJson.read(standing, Person.class).version() >= person.version()) {
      return Optional.empty();
    }
    var queried =
        new Document("organizationId", person.organizationId().toString())
            .append(MANAGER, person.managerId() == null ? null : person.managerId().toString())
            .append(AWAY_UNTIL, awayUntil(person));
    return Optional.of(Revision.of(person, queried));
  }

  /** As a day of the epoch; null where the person is at work as far as we know. */
  private static Long awayUntil(Person person) {
    if (person.left()) {
      return FOR_GOOD;
    }
    return person.leaveUntil() == null ? null : Long.valueOf(person.leaveUntil().toEpochDay());
  }
}
