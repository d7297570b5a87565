package org.followthrough.booster.track;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Marks tracks to be looked at now, in the transaction of whoever changed something. The order of
 * the locks is the same everywhere, so these never deadlock.
 */
@ApplicationScoped
public class TrackWakeups {

  private static final String OF_COURSE =
      "WITH woken AS (SELECT t.enrollment_id FROM tracks t JOIN courses c USING (course_id)"
          + " WHERE c.organization_id = CAST(%s AS uuid) AND c.external_id = %s"
          + " AND t.state = 'running' ORDER BY t.enrollment_id FOR UPDATE OF t)"
          + " UPDATE tracks SET next_step_at = %s FROM woken"
          + " WHERE tracks.enrollment_id = woken.enrollment_id";

  private static final String OF_COURSES =
      "WITH woken AS (SELECT enrollment_id FROM tracks WHERE course_id = ANY($1)"
          + " AND state = 'running' ORDER BY enrollment_id FOR UPDATE)"
          + " UPDATE tracks SET next_step_at = $2 FROM woken"
          + " WHERE tracks.enrollment_id = woken.enrollment_id";

  // A track ends for good; only a cancelled one runs again, when its enrollment is completed again.
  private static final String OF_ENROLLMENTS =
      "INSERT INTO tracks (enrollment_id, organization_id, course_id, next_step_at)"
          + " SELECT enrollment_id, organization_id, course_id, $2 FROM enrollments"
          + " WHERE enrollment_id = ANY($1) AND (status = 'completed' AND completed_at IS NOT NULL"
          + " OR EXISTS (SELECT 1 FROM tracks t WHERE t.enrollment_id = enrollments.enrollment_id))"
          + " ORDER BY enrollment_id"
          + " ON CONFLICT (enrollment_id) DO UPDATE SET next_step_at = excluded.next_step_at,"
          + " course_id = excluded.course_id, state = 'running'"
          + " WHERE tracks.state <> 'finished'";

  private final Clock clock;
  private final TrackJob job;

  TrackWakeups(Clock clock, TrackJob job) {
    this.clock = clock;
    this.job = job;
  }

  /** All that run for the course of that name in that organization. */
  public Uni<Void> ofCourse(Mutiny.Session session, UUID organizationId, String course) {
    return session
        .createNativeQuery(OF_COURSE.formatted(":organization", ":course", ":now"))
        .setParameter("organization", organizationId.toString())
        .setParameter("course", course)
        .setParameter("now", now())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** The same for a transaction of the plain client. */
  public Uni<Void> ofCourse(SqlClient transaction, UUID organizationId, String course) {
    return transaction
        .preparedQuery(OF_COURSE.formatted("$1::text", "$2", "$3"))
        .execute(Tuple.of(organizationId.toString(), course, now()))
        .replaceWithVoid();
  }

  /** All that run for these courses. */
  public Uni<Void> ofCourses(SqlClient transaction, Collection<UUID> courseIds) {
    return transaction
        .preparedQuery(OF_COURSES)
        .execute(Tuple.of(courseIds.toArray(UUID[]::new), now()))
        .replaceWithVoid();
  }

  /** Those of these enrollments; a completed one gets its track here. */
  public Uni<Void> ofEnrollments(SqlClient transaction, Collection<UUID> enrollmentIds) {
    return transaction
        .preparedQuery(OF_ENROLLMENTS)
        .execute(Tuple.of(enrollmentIds.toArray(UUID[]::new), now()))
        .replaceWithVoid();
  }

  /** Says that a transaction with wake-ups has committed. Cheap; may be called freely. */
  public void wake() {
    job.wake();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
