package org.followthrough.evaluation.followup;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.WriteModel;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
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

  private static final String WORDS_AT = "wordsAt";

  // One answer of the server for a whole course, up to its limit of 16 MB.
  private static final int BATCH = 10_000;

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
        .find(Filters.eq("_id", enrollmentId.toString()), only("state"))
        .collect()
        .first()
        .map(document -> Optional.ofNullable(document).map(Followups::read));
  }

  /** How far each enrollment of a course got. */
  public Uni<List<Progress>> ofCourse(UUID organizationId, UUID courseId) {
    return collection
        .find(course(organizationId, courseId), only(ProgressDocument.FIELD).batchSize(BATCH))
        .map(found -> ProgressDocument.read(found.get(ProgressDocument.FIELD, Document.class)))
        .collect()
        .asList();
  }

  /**
   * Forms of a course in which somebody wrote what helped or what got in the way, newest first.
   *
   * @param most of how many enrollments, at most
   */
  public Uni<List<Evaluation>> withWords(UUID organizationId, UUID courseId, int most) {
    Bson written =
        Filters.and(
            course(organizationId, courseId),
            ProgressDocument.isEnrolled(),
            Filters.ne(WORDS_AT, null));
    return collection
        .find(written, only("state").sort(Sorts.descending(WORDS_AT)).limit(most))
        .map(Followups::read)
        .collect()
        .asList()
        .map(
            found -> found.stream().flatMap(each -> each.evaluations().values().stream()).toList());
  }

  private static Bson course(UUID organizationId, UUID courseId) {
    return Filters.and(
        Filters.eq("organizationId", organizationId.toString()),
        Filters.eq("courseId", courseId.toString()));
  }

  /**
   * How far the enrollments of each course got, counted by the server.
   *
   * @param today on which a talk is missing or not yet
   * @param excused learners whose talk nobody can hold today
   */
  public Uni<List<CourseTally>> tallies(UUID organizationId, LocalDate today, Set<UUID> excused) {
    Bson mine =
        Filters.and(
            Filters.eq("organizationId", organizationId.toString()), Filters.ne("courseId", null));
    return collection
        .aggregate(List.of(Aggregates.match(mine), ProgressDocument.tally(today)))
        .map(ProgressDocument::readTally)
        .collect()
        .asList()
        .chain(
            all ->
                excused(organizationId, today, excused)
                    .map(missing -> withoutExcused(all, missing)));
  }

  private static List<CourseTally> withoutExcused(List<CourseTally> all, Map<UUID, Long> excused) {
    return all.stream()
        .map(each -> each.withoutMissing(excused.getOrDefault(each.courseId(), 0L)))
        .toList();
  }

  private Uni<Map<UUID, Long>> excused(UUID organizationId, LocalDate today, Set<UUID> learners) {
    if (learners.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    Bson theirs =
        Filters.and(
            Filters.eq("organizationId", organizationId.toString()),
            Filters.in("learnerId", learners.stream().map(UUID::toString).toList()),
            ProgressDocument.isTalkMissing(today));
    return collection
        .aggregate(List.of(Aggregates.match(theirs), ProgressDocument.tally(today)))
        .map(ProgressDocument::readTally)
        .collect()
        .asMap(CourseTally::courseId, CourseTally::talksMissing);
  }

  /** Removes every word these people wrote, and every word that was written about them. */
  public Uni<Void> eraseTexts(Set<UUID> people) {
    if (people.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<String> ids = people.stream().map(UUID::toString).toList();
    List<WriteModel<Document>> writes = new ArrayList<>();
    var texts = new Document();
    for (FormKind kind : FormKind.all()) {
      String form = "state.evaluations." + kind.option();
      writes.add(erase(Filters.in(form + ".submittedBy", ids), texts(form)));
      texts.putAll(texts(form));
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
    var queried =
        new Document("organizationId", followup.organizationId().toString())
            .append("courseId", text(followup.courseId()))
            .append("learnerId", text(followup.learnerId()))
            .append(WORDS_AT, wordsAt(followup))
            .append(ProgressDocument.FIELD, ProgressDocument.of(Progress.of(followup)));
    return Revision.of(followup, queried);
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }

  private static Followup read(Document document) {
    return StateJson.read(document, Followup.class);
  }

  /** When somebody last wrote something, null where nobody did. */
  private static Date wordsAt(Followup followup) {
    return followup.evaluations().values().stream()
        .filter(each -> each.answers().hasWords())
        .map(Evaluation::submittedAt)
        .max(Comparator.naturalOrder())
        .map(Date::from)
        .orElse(null);
  }

  private static FindOptions only(String field) {
    return new FindOptions().projection(Projections.include(field));
  }
}
