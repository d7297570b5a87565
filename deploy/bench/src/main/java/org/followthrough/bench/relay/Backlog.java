package org.followthrough.bench.relay;

import java.sql.SQLException;
import org.followthrough.bench.bed.Database;

/** Committed events that wait in enrollment-service's outbox. */
final class Backlog {

  private static final String FILL =
      """
      INSERT INTO outbox_messages (bucket, topic, event_id, source, type, subject, occurred_at,
                                   organization_id, correlation_id, aggregate_version, data)
      SELECT i %% 16, '%1$s', gen_random_uuid(), '/enrollment-service',
             'enrollment.CourseCompleted.v1', md5('subject ' || i)::uuid::text, now(),
             gen_random_uuid(), gen_random_uuid(), 1,
             '{"enrollmentId":"018f3a5e-7a10-7c11-9a01-000000000004",'
             || '"personId":"018f3a5e-7a10-7c11-9a01-000000000001",'
             || '"courseId":"018f3a5e-7a10-7c11-9a01-000000000003",'
             || '"completedAt":"2027-01-19T15:00:00Z","status":"completed"}'
      FROM generate_series(1, %2$d) i
      """;

  private final Database enrollment;

  Backlog(Database enrollment) {
    this.enrollment = enrollment;
  }

  /** Commits so many events at once. */
  void fill(String topic, int count) throws SQLException {
    enrollment.execute(FILL.formatted(topic, count));
  }

  void requireEmpty() throws SQLException {
    enrollment.await("the outbox is empty", "SELECT count(*) FROM outbox_messages", 0);
  }
}
