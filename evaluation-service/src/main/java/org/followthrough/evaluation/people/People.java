package org.followthrough.evaluation.people;

import com.mongodb.client.model.Filters;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.followthrough.evaluation.store.EvaluationDatabase;
import org.followthrough.evaluation.store.RevisedDocuments;
import org.followthrough.evaluation.store.Revision;
import org.followthrough.evaluation.store.StateJson;

/** The projection of people. */
@Singleton
public class People {

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
    return collection
        .find(
            Filters.and(
                Filters.in("_id", ids.stream().map(UUID::toString).toList()),
                Filters.eq("organizationId", organizationId.toString())))
        .map(document -> StateJson.read(document, Person.class))
        .collect()
        .asMap(Person::personId);
  }

  private static Optional<Revision> newer(Person person, Document standing) {
    if (standing != null && StateJson.read(standing, Person.class).version() >= person.version()) {
      return Optional.empty();
    }
    var queried = new Document("organizationId", person.organizationId().toString());
    return Optional.of(Revision.of(person, queried));
  }
}
