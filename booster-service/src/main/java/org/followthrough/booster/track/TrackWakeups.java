package org.followthrough.booster.track;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.followthrough.booster.BoosterConfig;

/**
 * Marks tracks to be looked at now. What a track is asked from (questions, course, who left) wakes
 * it AFTER its own commit, in a statement that then sees every track there is: within the
 * transaction it would miss a track that is just being made, which in turn would not see what is
 * not committed, and sleep on. Whoever fails in between is repeated (the batch by Kafka, the
 * request by its client) and wakes again. The order of the locks is the same everywhere, so these
 * never deadlock.
 */
@ApplicationScoped
public class TrackWakeups {

  private static final String WAKE =
      "WITH woken AS (SELECT t.enrollment_id FROM tracks t %s AND t.state = 'running'"
          + " ORDER BY t.enrollment_id FOR UPDATE OF t) UPDATE tracks SET next_step_at = $1"
          + " FROM woken WHERE tracks.enrollment_id = woken.enrollment_id";

  private static final String OF_COURSE =
      WAKE.formatted(
          "JOIN courses c USING (course_id) WHERE c.organization_id = $2 AND c.external_id = $3");

  private static final String OF_COURSES = WAKE.formatted("WHERE t.course_id = ANY($2)");

  // Who came back goes on where they were.
  private static final String OF_LEAVERS =
      "WITH woken AS (SELECT t.enrollment_id FROM tracks t JOIN enrollments e USING"
          + " (enrollment_id) JOIN leavers l USING (person_id) WHERE l.person_id = ANY($2)"
          + " AND t.state <> 'finished' ORDER BY t.enrollment_id FOR UPDATE OF t) UPDATE tracks SET"
          + " next_step_at = $1, state = 'running' FROM woken"
          + " WHERE tracks.enrollment_id = woken.enrollment_id";

  // A cancelled track runs again when its enrollment is completed again, a finished one when the
  // completion was corrected to a day from which it would not be over yet.
  private static final String OF_ENROLLMENTS =
      "INSERT INTO tracks (enrollment_id, organization_id, course_id, next_step_at)"
          + " SELECT enrollment_id, organization_id, course_id, $2::timestamptz FROM enrollments"
          + " WHERE enrollment_id = ANY($1) AND (status = 'completed' AND completed_at IS NOT NULL"
          + " OR EXISTS (SELECT 1 FROM tracks t WHERE t.enrollment_id = enrollments.enrollment_id))"
          + " ORDER BY enrollment_id"
          + " ON CONFLICT (enrollment_id) DO UPDATE SET next_step_at = excluded.next_step_at,"
          + " course_id = excluded.course_id, state = 'running'"
          + " WHERE tracks.state <> 'finished' OR EXISTS (SELECT 1 FROM enrollments e WHERE"
          + " e.enrollment_id = tracks.enrollment_id AND e.status = 'completed'"
          + " AND (e.completed_at AT TIME ZONE 'UTC')::date + $3::int"
          + " >= ($2::timestamptz AT TIME ZONE 'UTC')::date)";

  private final Pool pool;
  private final Clock clock;
  private final TrackJob job;
  private final int lastDay;

  TrackWakeups(Pool pool, Clock clock, TrackJob job, BoosterConfig config) {
    this.pool = pool;
    this.clock = clock;
    this.job = job;
    this.lastDay = config.gaps().lastDay();
  }

  /** All that run for the course of that name in that organization; call it after the commit. */
  public Uni<Void> ofCourse(UUID organizationId, String course) {
    return run(OF_COURSE, Tuple.of(now(), organizationId, course));
  }

  /** All that run for these courses; call it after the commit. */
  public Uni<Void> ofCourses(Collection<UUID> courseIds) {
    return run(OF_COURSES, Tuple.of(now(), courseIds.toArray(UUID[]::new)));
  }

  /** Those of these people who have left or come back; call it after the commit. */
  public Uni<Void> ofLeavers(Collection<UUID> personIds) {
    return run(OF_LEAVERS, Tuple.of(now(), personIds.toArray(UUID[]::new)));
  }

  /**
   * Those of these enrollments, in the transaction that changed them; a completed one gets its
   * track here.
   */
  public Uni<Void> ofEnrollments(SqlClient transaction, Collection<UUID> enrollmentIds) {
    return transaction
        .preparedQuery(OF_ENROLLMENTS)
        .execute(Tuple.of(enrollmentIds.toArray(UUID[]::new), now(), lastDay))
        .replaceWithVoid();
  }

  /** Says that a transaction with wake-ups has committed. Cheap; may be called freely. */
  public void wake() {
    job.wake();
  }

  private Uni<Void> run(String statement, Tuple parameters) {
    return pool.preparedQuery(statement).execute(parameters).replaceWithVoid().invoke(job::wake);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
