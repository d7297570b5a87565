package org.followthrough.bench.planning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.followthrough.bench.bed.Database;
import org.followthrough.bench.bed.Pace;

/**
 * Touches that SQL makes of completions by itself, in a table like reminder-service's, a hundred
 * completions a transaction on one connection. No calendar, no zone, no facts, no comparison with
 * what stands.
 */
final class Expansion {

  private static final int COMPLETIONS = 100;

  private static final String EXPAND =
      """
      INSERT INTO plain_touches (touch_id, organization_id, enrollment_id, learner_id, course_id,
                                 planned_for, due_at, stale_after, local_date, occurrence, step,
                                 audience, category, template, content)
      SELECT gen_random_uuid(), e.id, e.id, e.id, e.id, now() + o.days * interval '1 day',
             now() + o.days * interval '1 day', now() + (o.days + 7) * interval '1 day',
             current_date + o.days, o.days, 'plan-check-in', 'learner', 'plans', 'plan-check-in',
             '{"completedOn": "2027-03-01"}'
      FROM unnest(?::uuid[]) AS e (id), generate_series(1, ?) AS o (days)
      """;

  private final Database reminder;
  private final int touches;

  /**
   * Expands each completion.
   *
   * @param touches of one completion
   */
  Expansion(Database reminder, int touches) throws SQLException {
    this.reminder = reminder;
    this.touches = touches;
    reminder.execute("CREATE TABLE plain_touches (LIKE touches INCLUDING ALL)");
  }

  Pace run(List<UUID> completions) throws SQLException {
    reminder.execute("TRUNCATE plain_touches");
    try (Connection connection = reminder.connect();
        PreparedStatement statement = connection.prepareStatement(EXPAND)) {
      long begin = System.nanoTime();
      for (int from = 0; from < completions.size(); from += COMPLETIONS) {
        int to = Math.min(from + COMPLETIONS, completions.size());
        statement.setArray(
            1, connection.createArrayOf("uuid", completions.subList(from, to).toArray()));
        statement.setInt(2, touches);
        statement.executeUpdate();
      }
      return Pace.of((long) completions.size() * touches, System.nanoTime() - begin);
    }
  }
}
