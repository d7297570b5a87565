package org.followthrough.bench.dispatch;

import java.sql.SQLException;
import java.util.UUID;
import org.followthrough.bench.bed.Database;

/**
 * Touches in reminder-service's database as its planner writes them: each for a learner of its own,
 * half of them questions, half invitations to plan, all due at nine in the morning.
 */
final class DueTouches {

  private static final String COURSE =
      """
      INSERT INTO courses (course_id, organization_id, external_id, title, behaviours, cadence, version)
      VALUES ('%1$s', '%1$s', 'talks', 'Difficult talks',
              '["Prepares each talk with an aim", "Asks before telling"]', 'standard', 1)
      ON CONFLICT DO NOTHING
      """;

  private static final String PEOPLE =
      """
      INSERT INTO people (person_id, organization_id, external_id, email, name, time_zone, locale, version)
      SELECT md5('%2$s person ' || i)::uuid, '%1$s', '%2$s-' || i, 'p' || i || '@example.org',
             'Robin Person ' || i, 'Europe/Berlin', CASE i %% 2 WHEN 0 THEN 'en' ELSE 'de' END, 1
      FROM generate_series(1, %3$d) i
      """;

  private static final String TOUCHES =
      """
      INSERT INTO touches (touch_id, organization_id, enrollment_id, learner_id, course_id,
                           planned_for, due_at, stale_after, local_date, occurrence, step,
                           audience, category, template, content)
      SELECT md5('%2$s touch ' || i)::uuid, '%1$s', md5('%2$s enrollment ' || i)::uuid,
             md5('%2$s person ' || i)::uuid, '%1$s', '%4$s', '%4$s',
             '%4$s'::timestamptz + interval '7 days', '%4$s'::timestamptz::date, 0,
             CASE i %% 2 WHEN 0 THEN 'booster' ELSE 'plan-invitation' END, 'learner',
             CASE i %% 2 WHEN 0 THEN 'boosters' ELSE 'plans' END,
             CASE i %% 2 WHEN 0 THEN 'booster' ELSE 'plan-invitation' END,
             CASE i %% 2 WHEN 0 THEN jsonb_set('%5$s', '{boosterId}',
               to_jsonb(md5('%2$s booster ' || i)::uuid)) ELSE '{"completedOn": "2027-03-01"}' END
      FROM generate_series(1, %3$d) i
      """;

  private static final String QUESTION =
      """
      {"stem": "A colleague interrupts you for the third time. What helps the talk most?", "options": [
       {"key": "A", "text": "Name what happened and ask for a pause"},
       {"key": "B", "text": "Talk over it and finish the point"},
       {"key": "C", "text": "Say nothing and write a mail later"}]}\
      """;

  private final Database reminder;
  private final UUID organizationId;

  DueTouches(Database reminder, UUID organizationId) {
    this.reminder = reminder;
    this.organizationId = organizationId;
  }

  /** The course, and people by that name, known before anything is due. */
  void people(String name, int count) throws SQLException {
    reminder.execute(COURSE.formatted(organizationId));
    reminder.execute(PEOPLE.formatted(organizationId, name, count));
    reminder.execute("ANALYZE people");
  }

  /** One touch for each of them, visible all at once. */
  void plan(String name, int count, String dueAt) throws SQLException {
    reminder.execute(TOUCHES.formatted(organizationId, name, count, dueAt, QUESTION));
  }
}
