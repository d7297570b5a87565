package org.followthrough.actionplan.followup;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.outbox.OutboxRelay;
import org.followthrough.kit.outbox.PendingEvent;
import org.followthrough.kit.postgres.PgOutbox;

/** Changes follow-ups, one writer at a time, and publishes what happened with the change. */
@ApplicationScoped
public class FollowUps {

  static final String TOPIC = "actionplan.plans.v1";

  // The shared locks, in the order in which a batch of people is written, make an erasure wait for
  // us or us for it; the update locks the follow-up. Without a row there is nothing to change.
  private static final String OPEN =
      """
      WITH held AS MATERIALIZED (
        SELECT person_id, organization_id, manager_id FROM people
        WHERE person_id IN (:learner, :writer) AND NOT gone ORDER BY person_id FOR SHARE)
      INSERT INTO followups (enrollment_id, organization_id, learner_id, course_id)
      SELECT e.enrollment_id, e.organization_id, e.learner_id, e.course_id
      FROM enrollments e
      JOIN held l ON l.person_id = e.learner_id AND l.organization_id = e.organization_id
      JOIN held w ON w.person_id IN (l.person_id, l.manager_id)
      WHERE e.enrollment_id = :enrollment AND e.status <> 'withdrawn' AND w.person_id = :writer
      ON CONFLICT (enrollment_id) DO UPDATE SET course_id = excluded.course_id
      """;

  private final FollowUpRepository repository;
  private final EventComposer composer;
  private final PgOutbox outbox;
  private final OutboxRelay relay;

  FollowUps(
      FollowUpRepository repository, EventComposer composer, PgOutbox outbox, OutboxRelay relay) {
    this.repository = repository;
    this.composer = composer;
    this.outbox = outbox;
    this.relay = relay;
  }

  /**
   * Runs the change in a transaction that holds the follow-up's lock from its start.
   *
   * @param writer who writes: the learner, or their current manager
   * @return fails with {@link FollowUpClosedException} where meanwhile the enrollment was
   *     withdrawn, one of them has left or was erased, or the manager is another one
   */
  public <T> Uni<T> change(
      FollowUpContext context, UUID writer, Function<FollowUp, Uni<T>> change) {
    return Panache.withTransaction(() -> locked(context, writer).chain(change::apply))
        .invoke(relay::wake);
  }

  /** Appends the facts to the outbox in the change's transaction, each with the next version. */
  public Uni<Void> publish(FollowUp followUp, List<Fact> facts) {
    List<PendingEvent> events =
        facts.stream()
            .map(
                fact ->
                    new PendingEvent(
                        TOPIC,
                        composer.compose(
                            fact.type(),
                            followUp.enrollmentId(),
                            followUp.nextVersion(),
                            followUp.organizationId(),
                            fact.payload())))
            .toList();
    return Panache.getSession().chain(session -> outbox.append(session, events));
  }

  /** How the plan stands; within a session. */
  public Uni<PlanStanding> standing(UUID enrollmentId) {
    return repository
        .findById(enrollmentId)
        .map(found -> found == null ? PlanStanding.NO_PLAN : found.standing());
  }

  private Uni<FollowUp> locked(FollowUpContext context, UUID writer) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(OPEN)
                    .setParameter("enrollment", context.enrollmentId())
                    .setParameter("learner", context.learnerId())
                    .setParameter("writer", writer)
                    .executeUpdate())
        .invoke(FollowUps::requireOne)
        .chain(() -> repository.findById(context.enrollmentId()));
  }

  private static void requireOne(int opened) {
    if (opened == 0) {
      throw new FollowUpClosedException();
    }
  }
}
