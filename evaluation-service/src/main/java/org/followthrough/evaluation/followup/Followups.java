package org.followthrough.evaluation.followup;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.WriteModel;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.followthrough.evaluation.store.EvaluationDatabase;
import org.followthrough.evaluation.store.RevisedDocuments;
import org.followthrough.evaluation.store.Revision;
import org.followthrough.evaluation.store.StateJson;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.kit.outbox.PendingEvent;

/** The followups' documents. */
@Singleton
public class Followups {

  /** A changed followup and what is to be published with it. */
  public record Decision(Followup followup, List<PendingEvent> events) {}

  private record Told(UUID organizationId, Fact fact, long version) {}

  private final ReactiveMongoCollection<Document> collection;
  private final RevisedDocuments documents;

  Followups(EvaluationDatabase database) {
    this.collection = database.followups();
    this.documents = database.revised(collection);
  }

  /** Folds a batch of events, in one find and one write. */
  Uni<Void> fold(List<ReceivedEvent> events) {
    Map<String, List<Told>> byId = new LinkedHashMap<>();
    for (ReceivedEvent event : events) {
      FactReader.read(event)
          .ifPresent(
              fact ->
                  byId.computeIfAbsent(event.subject().toString(), id -> new ArrayList<>())
                      .add(new Told(event.organizationId(), fact, event.version())));
    }
    Map<String, Function<Document, Optional<Revision>>> changes = new HashMap<>();
    byId.forEach((id, facts) -> changes.put(id, standing -> folded(id, standing, facts)));
    return documents.change(changes);
  }

  /**
   * Decides on one followup and stores the outcome with its events, atomically.
   *
   * @param decision gets the standing followup, empty where there is none; called again where
   *     somebody else was faster; an empty answer changes nothing
   * @return the followup as it then stands, empty where there is none
   */
  public Uni<Optional<Followup>> decide(
      UUID enrollmentId, Function<Followup, Optional<Decision>> decision) {
    var last = new AtomicReference<Optional<Followup>>(Optional.empty());
    Function<Document, Optional<Revision>> change =
        standing -> {
          Optional<Followup> followup = Optional.ofNullable(standing).map(Followups::read);
          Optional<Decision> decided = followup.flatMap(decision);
          last.set(decided.map(Decision::followup).or(() -> followup));
          return decided.map(each -> revision(each.followup()).publishing(each.events()));
        };
    return documents.change(Map.of(enrollmentId.toString(), change)).map(done -> last.get());
  }

  /** The followup of an enrollment, empty where nothing is known of it. */
  public Uni<Optional<Followup>> find(UUID enrollmentId) {
    return collection
        .find(Filters.eq("_id", enrollmentId.toString()), state())
        .collect()
        .first()
        .map(document -> Optional.ofNullable(document).map(Followups::read));
  }

  /** All followups of a course. */
  public Uni<List<Followup>> ofCourse(UUID organizationId, UUID courseId) {
    Bson filter =
        Filters.and(
            Filters.eq("organizationId", organizationId.toString()),
            Filters.eq("courseId", courseId.toString()));
    return collection.find(filter, state()).map(Followups::read).collect().asList();
  }

  /** How far the enrollments of each course got, counted by the server. */
  public Uni<List<CourseTally>> tallies(UUID organizationId) {
    var group = new Document("_id", "$courseId");
    for (String field : List.of("enrolled", "completed", "planned", "talked")) {
      group.append(field, new Document("$sum", "$tally." + field));
    }
    Bson mine =
        Filters.and(
            Filters.eq("organizationId", organizationId.toString()), Filters.ne("courseId", null));
    return collection
        .aggregate(List.of(new Document("$match", mine), new Document("$group", group)))
        .map(Followups::tally)
        .collect()
        .asList();
  }

  /** Removes every word these people wrote, and every word that was written about them. */
  public Uni<Void> eraseTexts(Set<UUID> people) {
    if (people.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<String> ids = people.stream().map(UUID::toString).toList();
    List<WriteModel<Document>> writes = new ArrayList<>();
    var texts = new Document();
    for (Stage stage : Stage.values()) {
      for (Audience audience : Audience.values()) {
        String form = "state.evaluations." + new FormKind(stage, audience).option();
        writes.add(erase(Filters.in(form + ".submittedBy", ids), texts(form)));
        texts.putAll(texts(form));
      }
    }
    writes.add(erase(Filters.in("learnerId", ids), texts));
    return collection.bulkWrite(writes, new BulkWriteOptions().ordered(true)).replaceWithVoid();
  }

  private static UpdateManyModel<Document> erase(Bson filter, Document texts) {
    // The revision moves, so that nobody writes back what they read before.
    return new UpdateManyModel<>(
        filter, new Document("$unset", texts).append("$inc", new Document("revision", 1L)));
  }

  private static Document texts(String form) {
    return new Document(form + ".answers.example", "")
        .append(form + ".answers.helped", "")
        .append(form + ".answers.hindered", "");
  }

  private static Optional<Revision> folded(String id, Document standing, List<Told> facts) {
    Followup before =
        standing == null
            ? Followup.unknown(UUID.fromString(id), facts.get(0).organizationId())
            : read(standing);
    Followup after = before;
    for (Told told : facts) {
      if (told.organizationId().equals(before.organizationId())) {
        after = after.with(told.fact(), told.version());
      }
    }
    return after.equals(before) ? Optional.empty() : Optional.of(revision(after));
  }

  private static Revision revision(Followup followup) {
    var tally =
        new Document("enrolled", followup.isEnrolled() ? 1 : 0)
            .append("completed", followup.isCompleted() ? 1 : 0)
            .append("planned", followup.isCompleted() && followup.isPlanned() ? 1 : 0)
            .append("talked", followup.isCompleted() && followup.hasTalked() ? 1 : 0);
    var queried =
        new Document("organizationId", followup.organizationId().toString())
            .append("courseId", text(followup.courseId()))
            .append("learnerId", text(followup.learnerId()))
            .append("tally", tally);
    return Revision.of(followup, queried);
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }

  private static Followup read(Document document) {
    return StateJson.read(document, Followup.class);
  }

  private static CourseTally tally(Document group) {
    return new CourseTally(
        UUID.fromString(group.getString("_id")),
        group.get("enrolled", Number.class).longValue(),
        group.get("completed", Number.class).longValue(),
        group.get("planned", Number.class).longValue(),
        group.get("talked", Number.class).longValue());
  }

  private static FindOptions state() {
    return new FindOptions().projection(Projections.include("state"));
  }
}
