package org.followthrough.actionplan.followup;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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

  private static final String ENSURE =
      "INSERT INTO followups (enrollment_id, organization_id, learner_id, course_id)"
          + " VALUES (:enrollment, :organization, :learner, :course) ON CONFLICT DO NOTHING";

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

  /** Runs the change in a transaction that holds the follow-up's lock from its start. */
  public <T> Uni<T> change(FollowUpContext context, Function<FollowUp, Uni<T>> change) {
    return Panache.withTransaction(() -> locked(context).chain(change::apply)).invoke(relay::wake);
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

  /** How far it has come; within a session. */
  public Uni<PlanStatus> status(UUID enrollmentId) {
    return repository
        .findById(enrollmentId)
        .map(found -> found == null ? PlanStatus.MISSING : found.status());
  }

  private Uni<FollowUp> locked(FollowUpContext context) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(ENSURE)
                    .setParameter("enrollment", context.enrollmentId())
                    .setParameter("organization", context.organizationId())
                    .setParameter("learner", context.learnerId())
                    .setParameter("course", context.courseId())
                    .executeUpdate())
        .chain(() -> repository.findById(context.enrollmentId(), LockModeType.PESSIMISTIC_WRITE));
  }
}
