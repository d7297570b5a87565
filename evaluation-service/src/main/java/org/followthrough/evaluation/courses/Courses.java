package org.followthrough.evaluation.courses;

import com.mongodb.client.model.Filters;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.followthrough.evaluation.store.EvaluationDatabase;
import org.followthrough.evaluation.store.RevisedDocuments;
import org.followthrough.evaluation.store.Revision;
import org.followthrough.evaluation.store.StateJson;

/** The projection of courses. */
@Singleton
public class Courses {

  private final ReactiveMongoCollection<Document> collection;
  private final RevisedDocuments documents;

  Courses(EvaluationDatabase database) {
    this.collection = database.courses();
    this.documents = database.revised(collection);
  }

  /** Keeps the newest state of each. */
  Uni<Void> keep(Collection<Course> courses) {
    Map<String, Function<Document, Optional<Revision>>> changes = new HashMap<>();
    for (Course course : courses) {
      changes.put(course.courseId().toString(), standing -> newer(course, standing));
    }
    return documents.change(changes);
  }

  public Uni<Optional<Course>> byId(UUID organizationId, UUID courseId) {
    return first(Filters.eq("_id", courseId.toString()))
        .map(found -> found.filter(each -> each.organizationId().equals(organizationId)));
  }

  /** By the HR system's own id. */
  public Uni<Optional<Course>> byExternalId(UUID organizationId, String externalId) {
    return first(
        Filters.and(
            Filters.eq("organizationId", organizationId.toString()),
            Filters.eq("externalId", externalId)));
  }

  public Uni<List<Course>> all(UUID organizationId) {
    return collection
        .find(Filters.eq("organizationId", organizationId.toString()))
        .map(document -> StateJson.read(document, Course.class))
        .collect()
        .asList();
  }

  private Uni<Optional<Course>> first(Bson filter) {
    return collection
        .find(filter)
        .collect()
        .first()
        .map(found -> Optional.ofNullable(found).map(each -> StateJson.read(each, Course.class)));
  }

  private static Optional<Revision> newer(Course course, Document standing) {
    if (standing != null && StateJson.read(standing, Course.class).version() >= course.version()) {
      return Optional.empty();
    }
    var queried =
        new Document("organizationId", course.organizationId().toString())
            .append("externalId", course.externalId());
    return Optional.of(Revision.of(course, queried));
  }
}
