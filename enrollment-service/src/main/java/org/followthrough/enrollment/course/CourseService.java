package org.followthrough.enrollment.course;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.followthrough.enrollment.fact.Ref;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.outbox.OutboxRelay;
import org.followthrough.kit.outbox.PendingEvent;
import org.followthrough.kit.postgres.PgOutbox;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;
import org.hibernate.StaleObjectStateException;
import org.hibernate.exception.ConstraintViolationException;

@Singleton
class CourseService {

  private static final int ATTEMPTS = 5;

  private final CourseRepository repository;
  private final PgOutbox outbox;
  private final OutboxRelay relay;
  private final EventComposer composer;

  CourseService(
      CourseRepository repository, PgOutbox outbox, OutboxRelay relay, EventComposer composer) {
    this.repository = repository;
    this.outbox = outbox;
    this.relay = relay;
    this.composer = composer;
  }

  Uni<Course> get(Ref ref) {
    return Panache.withSession(() -> repository.find(ref.organizationId(), ref.externalId()))
        .onItem()
        .ifNull()
        .failWith(() -> new ProblemException(Problem.notFound("this course")));
  }

  Uni<List<Course>> page(UUID organizationId, String after, int size) {
    return Panache.withSession(() -> repository.page(organizationId, after, size));
  }

  /**
   * Describes a course, known before or not.
   *
   * @param expected whether the version that stands (0: none) is the one the caller has seen
   */
  Uni<Course> describe(Ref ref, CourseDescription description, Predicate<Long> expected) {
    return Panache.withTransaction(
            () ->
                repository
                    .find(ref.organizationId(), ref.externalId())
                    .invoke(
                        known -> refuseUnless(expected.test(known == null ? 0 : known.version())))
                    .chain(known -> describe(ref, known, description)))
        .onFailure(CourseService::isRace)
        .retry()
        .atMost(ATTEMPTS)
        .invoke(relay::wake);
  }

  private Uni<Course> describe(Ref ref, Course known, CourseDescription description) {
    Course course =
        known != null
            ? known
            : new Course(EventComposer.newId(), ref.organizationId(), ref.externalId());
    boolean same = known != null && known.description().equals(description);
    if (same) {
      return Uni.createFrom().item(known);
    }
    course.describe(description);
    return repository.persistAndFlush(course).chain(this::publish);
  }

  private Uni<Course> publish(Course course) {
    EventEnvelope event =
        composer.compose(
            CourseUpserted.TYPE,
            course.courseId(),
            course.version(),
            course.organizationId(),
            course.published());
    List<PendingEvent> events = List.of(new PendingEvent(CourseUpserted.TOPIC, event));
    return repository
        .getSession()
        .chain(session -> outbox.append(session, events))
        .replaceWith(course);
  }

  private static void refuseUnless(boolean expected) {
    if (!expected) {
      throw new ProblemException(
          Problem.of(
              412,
              "precondition-failed",
              "Precondition failed",
              "the course was changed meanwhile; read it again"));
    }
  }

  // Someone else changed or mentioned the course at the same moment; look again.
  private static boolean isRace(Throwable fault) {
    return fault instanceof OptimisticLockException
        || fault instanceof StaleObjectStateException
        || fault instanceof ConstraintViolationException
        || (fault.getCause() != null && isRace(fault.getCause()));
  }
}
