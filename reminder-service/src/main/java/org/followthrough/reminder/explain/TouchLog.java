package org.followthrough.reminder.explain;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Reads the touches that concern a person, as learner or as recipient, in the order they are due.
 */
@Singleton
class TouchLog {

  // A touch to a manager has no recipient until it is dispatched: until then it is the learner's
  // manager of today.
  private static final String PAGE =
      """
      WITH mine AS (
        SELECT touch_id FROM touches
        WHERE learner_id = $2 AND organization_id = $1 AND (due_at, touch_id) > ($3, $4)
        UNION
        SELECT touch_id FROM touches
        WHERE recipient_id = $2 AND organization_id = $1 AND (due_at, touch_id) > ($3, $4)
        UNION
        SELECT t.touch_id FROM touches t JOIN people r ON r.person_id = t.learner_id
        WHERE r.manager_id = $2 AND r.organization_id = $1 AND t.audience = 'manager'
          AND t.recipient_id IS NULL AND (t.due_at, t.touch_id) > ($3, $4))
      SELECT t.touch_id, c.external_id AS course, l.external_id AS about, l.gone AS learner_gone,
             r.external_id AS recipient, t.step, t.occurrence, t.audience, t.category, t.state,
             t.reason, t.due_at, t.local_date, t.stale_after, t.sent_at, t.message_id
      FROM mine JOIN touches t USING (touch_id)
      LEFT JOIN courses c ON c.course_id = t.course_id
      LEFT JOIN people l ON l.person_id = t.learner_id
      LEFT JOIN people r ON r.person_id = t.recipient_id
      ORDER BY t.due_at, t.touch_id LIMIT $5
      """;

  private final Pool pool;

  TouchLog(Pool pool) {
    this.pool = pool;
  }

  Uni<TouchPage> page(UUID organizationId, UUID personId, Cursor after, int limit) {
    return pool.preparedQuery(PAGE)
        .execute(
            Tuple.of(
                organizationId,
                personId,
                after.dueAt().atOffset(ZoneOffset.UTC),
                after.touchId(),
                limit + 1))
        .map(rows -> rows.stream().map(TouchLog::item).toList())
        .map(items -> page(items, limit));
  }

  private static TouchPage page(List<TouchPage.Item> items, int limit) {
    if (items.size() <= limit) {
      return new TouchPage(items, null);
    }
    TouchPage.Item last = items.get(limit - 1);
    String next = new Cursor(last.dueAt(), last.touchId()).text();
    return new TouchPage(items.subList(0, limit), next);
  }

  private static TouchPage.Item item(Row row) {
    String reason = row.getString("reason");
    boolean learnerGone = !Boolean.FALSE.equals(row.getBoolean("learner_gone"));
    return new TouchPage.Item(
        row.getUUID("touch_id"),
        row.getString("course"),
        row.getString("about"),
        row.getString("recipient"),
        row.getString("step"),
        row.getInteger("occurrence"),
        row.getString("audience"),
        row.getString("category"),
        state(row.getString("state")),
        reason,
        Explanations.of(row.getString("state"), reason, learnerGone),
        instant(row, "due_at"),
        row.getLocalDate("local_date"),
        instant(row, "stale_after"),
        instant(row, "sent_at"),
        row.getString("message_id"));
  }

  static String state(String stored) {
    return stored.equals("ACCEPTED") ? "sent" : stored.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime value = row.getOffsetDateTime(column);
    return value == null ? null : value.toInstant();
  }
}
