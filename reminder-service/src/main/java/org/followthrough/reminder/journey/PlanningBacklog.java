package org.followthrough.reminder.journey;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.reminder.cadence.CadenceChanges;
import org.followthrough.reminder.cadence.CadenceKey;
import org.followthrough.reminder.people.CircumstanceChanges;
import org.jboss.logging.Logger;

/**
 * Journeys that have to be planned again because a person, a course or a cadence changed: marked in
 * the transaction of that change, then planned batch by batch, so that a change that concerns very
 * many is no long transaction and survives a crash.
 */
@ApplicationScoped
class PlanningBacklog implements CircumstanceChanges, CadenceChanges {

  private static final int BATCH = 500;

  // What the driver says once the service ends; it has no type of its own.
  private static final String POOL_CLOSED = "Pool closed";

  private static final String MARK =
      "UPDATE journeys SET planned_at = NULL, awaits = NULL WHERE enrollment_id IN"
          + " (SELECT enrollment_id FROM journeys WHERE %s ORDER BY enrollment_id FOR UPDATE)";

  // One array, so that the index is used: with an OR every change would look at every journey.
  private static final String MARK_BY_PEOPLE =
      MARK.formatted(
          "learner_id = ANY(ARRAY(SELECT unnest($1::uuid[]) UNION"
              + " SELECT person_id FROM people WHERE manager_id = ANY($1)))");

  private static final String MARK_BY_COURSES = MARK.formatted("course_id = ANY($1)");

  // Locks the courses first: a batch that plans with them is waited for, and then found.
  private static final String LOCK_BY_CADENCE =
      "SELECT course_id FROM courses WHERE organization_id = $1 AND cadence = $2"
          + " ORDER BY course_id FOR UPDATE";

  private static final String ERASE_JOURNEYS =
      "UPDATE journeys SET facts = '{\"erased\": true}', planned_at = NULL, awaits = NULL"
          + " WHERE enrollment_id IN (SELECT enrollment_id FROM journeys WHERE learner_id = ANY($1)"
          + " ORDER BY enrollment_id FOR UPDATE)";

  private static final String ERASE_TOUCHES =
      "UPDATE touches SET content = '{}',"
          + " state = CASE state WHEN 'PLANNED' THEN 'CANCELLED' ELSE state END,"
          + " reason = CASE state WHEN 'PLANNED' THEN 'erased' ELSE reason END"
          + " WHERE touch_id IN (SELECT touch_id FROM touches WHERE learner_id = ANY($1)"
          + " ORDER BY touch_id FOR UPDATE)";

  private static final Logger LOG = Logger.getLogger(PlanningBacklog.class);
  private static final UUID FIRST = new UUID(0, 0);

  private final Pool pool;
  private final JourneyStore journeys;
  private final JourneyPlanning planning;

  PlanningBacklog(Pool pool, JourneyStore journeys, JourneyPlanning planning) {
    this.pool = pool;
    this.journeys = journeys;
    this.planning = planning;
  }

  @Override
  public Uni<Void> peopleChanged(SqlClient transaction, UUID[] personIds) {
    return mark(transaction, MARK_BY_PEOPLE, personIds);
  }

  @Override
  public Uni<Void> peopleErased(SqlClient transaction, UUID[] personIds) {
    return mark(transaction, ERASE_JOURNEYS, personIds)
        .chain(() -> mark(transaction, ERASE_TOUCHES, personIds))
        .chain(() -> mark(transaction, MARK_BY_PEOPLE, personIds));
  }

  @Override
  public Uni<Void> coursesChanged(SqlClient transaction, UUID[] courseIds) {
    return mark(transaction, MARK_BY_COURSES, courseIds);
  }

  @Override
  public Uni<Void> cadenceChanged(SqlClient transaction, CadenceKey key) {
    return transaction
        .preparedQuery(LOCK_BY_CADENCE)
        .execute(Tuple.of(key.organizationId(), key.cadenceId()))
        .map(rows -> rows.stream().map(row -> row.getUUID(0)).toArray(UUID[]::new))
        .chain(courseIds -> coursesChanged(transaction, courseIds));
  }

  // Who is awaited can come while the journey that awaits them is being written: then neither
  // transaction sees the other. Each looks once more after its commit, so the later one sees both.
  @Override
  public Uni<Void> committed(UUID[] ids) {
    return journeys.markArrived(pool, List.of(ids)).chain(this::planNow);
  }

  /** The effect of a polled batch of what is told about enrollments. */
  Uni<Void> apply(List<ReceivedEvent> events) {
    return planning
        .apply(events)
        .flatMap(
            awaited ->
                awaited.isEmpty() ? Uni.createFrom().item(0) : journeys.markArrived(pool, awaited))
        .chain(arrived -> arrived == 0 ? Uni.createFrom().voidItem() : planNow());
  }

  @Scheduled(
      every = "2s",
      identity = "planning-backlog",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> planWhatWaits() {
    return untilTheEnd(drain());
  }

  @Scheduled(
      every = "30s",
      identity = "planning-arrivals",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> noticeArrivals() {
    return untilTheEnd(journeys.markArrived(pool).replaceWithVoid());
  }

  // A look that the end of the service cuts short is no fault: what it did not plan stays marked.
  private Uni<Void> untilTheEnd(Uni<Void> look) {
    return look.onFailure(failure -> POOL_CLOSED.equals(failure.getMessage())).recoverWithNull();
  }

  // What is marked is safe: a fault in planning it must not count against the event that marked it.
  private Uni<Void> planNow() {
    return untilTheEnd(drain())
        .onFailure()
        .invoke(fault -> LOG.warnf("planning waits: %s", fault.getClass().getName()))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> drain() {
    return drain(FIRST);
  }

  // Each journey once a pass: what cannot be settled yet, or others hold, is left for the next.
  private Uni<Void> drain(UUID after) {
    return journeys.toPlan(pool, after, BATCH).flatMap(this::planAndGoOn);
  }

  private Uni<Void> planAndGoOn(List<Journey> candidates) {
    if (candidates.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    UUID last = candidates.get(candidates.size() - 1).enrollmentId();
    return planning
        .planAgain(candidates)
        .chain(() -> candidates.size() < BATCH ? Uni.createFrom().voidItem() : drain(last));
  }

  private static Uni<Void> mark(SqlClient transaction, String sql, UUID[] ids) {
    return ids.length == 0
        ? Uni.createFrom().voidItem()
        : transaction.preparedQuery(sql).execute(Tuple.of(ids)).replaceWithVoid();
  }
}
