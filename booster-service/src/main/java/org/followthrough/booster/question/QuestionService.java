package org.followthrough.booster.question;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.followthrough.booster.track.TrackWakeups;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** Keeps the bank, one question at a time; many at once go through the import. */
@ApplicationScoped
class QuestionService {

  /** A stored question and whether this call made it. */
  record Stored(Question question, boolean created) {}

  private final QuestionRepository repository;
  private final TrackWakeups tracks;

  QuestionService(QuestionRepository repository, TrackWakeups tracks) {
    this.repository = repository;
    this.tracks = tracks;
  }

  @WithSession
  Uni<List<Question>> live(UUID organizationId, String course, String after, int limit) {
    return repository.live(organizationId, course, after, limit);
  }

  @WithSession
  Uni<Question> one(UUID organizationId, String course, String id) {
    return known(repository.find(organizationId, course, id));
  }

  /**
   * Stores the question where the condition holds; people who wait for one of this course get it.
   */
  Uni<Stored> put(
      UUID organizationId, String course, String id, QuestionContent raw, Condition condition) {
    QuestionContent content = checked(course, id, raw);
    return Uni.createFrom()
        .deferred(() -> store(organizationId, course, id, content, condition))
        .onFailure(PersistenceException.class)
        // Somebody else has just made it: the second time it is there to be rewritten.
        .retry()
        .atMost(1)
        .call(() -> tracks.ofCourse(organizationId, course));
  }

  /** Stops asking it; whoever has it open gets another one. Doing it twice is once. */
  Uni<Void> retire(UUID organizationId, String course, String id, Condition condition) {
    return Panache.withTransaction(
            () ->
                known(repository.lock(organizationId, course, id))
                    .invoke(question -> refuseUnless(condition, question))
                    .invoke(Question::retire)
                    .chain(question -> repository.flush()))
        .call(() -> tracks.ofCourse(organizationId, course));
  }

  private Uni<Stored> store(
      UUID organizationId, String course, String id, QuestionContent content, Condition condition) {
    return Panache.withTransaction(
        () ->
            repository
                .lock(organizationId, course, id)
                .invoke(known -> refuseUnless(condition, known))
                .chain(known -> write(known, organizationId, course, id, content)));
  }

  private Uni<Stored> write(
      Question known, UUID organizationId, String course, String id, QuestionContent content) {
    if (known != null) {
      known.rewrite(content);
      return repository.flush().replaceWith(new Stored(known, false));
    }
    var question = new Question(EventComposer.newId(), organizationId, course, id, content);
    return repository.persistAndFlush(question).map(stored -> new Stored(stored, true));
  }

  private static Uni<Question> known(Uni<Question> found) {
    return found
        .onItem()
        .ifNull()
        .failWith(() -> new ProblemException(Problem.notFound("question")));
  }

  private static void refuseUnless(Condition condition, Question known) {
    var version = known == null ? OptionalLong.empty() : OptionalLong.of(known.version());
    if (!condition.holdsFor(version)) {
      throw new ProblemException(
          Problem.of(
              412,
              "precondition-failed",
              "Precondition failed",
              known == null
                  ? "there is no such question yet"
                  : "the question stands in another version; read it again"));
    }
  }

  private static QuestionContent checked(String course, String id, QuestionContent raw) {
    if (raw == null) {
      throw new ProblemException(Problem.invalidField("/", "the body must be a question"));
    }
    QuestionRules.faultOfQuestionId(id).ifPresent(fault -> refuse("questionId", fault));
    QuestionRules.faultOfCourseId(course).ifPresent(fault -> refuse("courseId", fault));
    QuestionContent content = QuestionRules.normalize(raw);
    List<Problem.FieldError> errors = QuestionRules.check(content);
    if (!errors.isEmpty()) {
      throw new ProblemException(Problem.invalidFields(errors));
    }
    return content;
  }

  private static void refuse(String field, String fault) {
    throw new ProblemException(Problem.invalidField(field, fault));
  }
}
