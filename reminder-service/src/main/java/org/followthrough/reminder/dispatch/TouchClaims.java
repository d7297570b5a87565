package org.followthrough.reminder.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.followthrough.kit.event.EventJson;
import org.followthrough.reminder.mail.ItemContent;
import org.followthrough.reminder.mail.LetterItem;

/** Claims due touches, a batch at a time, and then reads all that deciding about them takes. */
@Singleton
class TouchClaims {

  private static final String PLANNED_AS_KNOWN =
      "NOT EXISTS (SELECT 1 FROM journeys j WHERE j.enrollment_id = t.enrollment_id"
          + " AND j.planned_at IS NULL AND j.awaits IS NULL)";

  // Claims take turns, for a few milliseconds, so that no two instances tear one person's mail
  // apart. A single statement: an instance that freezes meanwhile holds nothing up.
  // What is about to be planned again is not claimed before it is, so neither is what should have
  // changed while an instance that crashed held it. That index is empty most of the time.
  // What else is due for the same people is looked up person by person: the "|| ''" keeps the
  // index of all that is due out of it, or each claim would cost as much as the whole backlog.
  private static final String CLAIM =
      """
      WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock(1179934789)),
      picked AS MATERIALIZED (
        SELECT t.touch_id, t.learner_id, t.audience, t.category FROM turn, touches t
         WHERE t.state = 'PLANNED' AND t.due_at >= $1 AND t.due_at <= $2
           AND %1$s
         ORDER BY t.due_at LIMIT $3 FOR UPDATE OF t SKIP LOCKED),
      own AS MATERIALIZED (
        SELECT t.touch_id
          FROM (SELECT DISTINCT learner_id FROM picked
                 WHERE audience = 'learner' AND category <> 'boosters') r
         CROSS JOIN LATERAL (
               SELECT t.touch_id FROM touches t
                WHERE t.learner_id = r.learner_id AND t.state || '' = 'PLANNED' AND t.due_at <= $2
                  AND t.audience = 'learner' AND t.category <> 'boosters' AND %1$s
                  FOR UPDATE OF t SKIP LOCKED) t
         WHERE t.touch_id NOT IN (SELECT touch_id FROM picked)),
      team AS MATERIALIZED (
        SELECT t.touch_id
          FROM (SELECT DISTINCT p.manager_id FROM picked JOIN people p ON p.person_id = learner_id
                 WHERE audience = 'manager' AND p.manager_id IS NOT NULL) m
         CROSS JOIN LATERAL (
               SELECT l.person_id FROM people l WHERE l.manager_id = m.manager_id OFFSET 0) l
         CROSS JOIN LATERAL (
               SELECT t.touch_id FROM touches t
                WHERE t.learner_id = l.person_id AND t.state || '' = 'PLANNED' AND t.due_at <= $2
                  AND t.audience = 'manager' AND %1$s
                  FOR UPDATE OF t SKIP LOCKED) t
         WHERE t.touch_id NOT IN (SELECT touch_id FROM picked))
      UPDATE touches t
         SET state = 'CLAIMED', claim_token = $4, updated_at = now(),
             lease_until = now() + $5 * interval '1 millisecond'
        FROM (SELECT touch_id FROM picked UNION ALL SELECT touch_id FROM own
              UNION ALL SELECT touch_id FROM team) c
       WHERE t.touch_id = c.touch_id
      RETURNING t.touch_id
      """
          .formatted(PLANNED_AS_KNOWN);

  // After the claim is committed, or it would be decided by what was known before the claim had its
  // turn: planning looks again at what it finds claimed when circumstances change, and what is not
  // claimed yet is read here after that change.
  private static final String READ =
      """
      SELECT t.touch_id, t.organization_id, t.enrollment_id, t.due_at, t.stale_after, t.attempts,
             t.occurrence, t.audience, t.category, t.template, t.content::text AS content,
             l.person_id AS l_id, l.email AS l_email, l.name AS l_name, l.time_zone AS l_zone,
             l.locale AS l_locale, l.leave_until AS l_leave, l.gone AS l_gone,
             r.person_id AS r_id, r.email AS r_email, r.name AS r_name, r.time_zone AS r_zone,
             r.locale AS r_locale, r.leave_until AS r_leave, r.gone AS r_gone,
             c.title, c.behaviours, c.cost_per_place,
             EXISTS (SELECT 1 FROM unsubscriptions u
                      WHERE u.person_id = r.person_id AND u.category = t.category) AS unsubscribed
        FROM touches t
        LEFT JOIN people l ON l.person_id = t.learner_id
        LEFT JOIN people r
          ON r.person_id = CASE t.audience WHEN 'manager' THEN l.manager_id ELSE l.person_id END
        LEFT JOIN courses c ON c.course_id = t.course_id
       WHERE t.touch_id = ANY($1) AND t.claim_token = $2 AND t.state || '' = 'CLAIMED'
       ORDER BY t.due_at
      """;

  // Never waits: a row that an instance holds which froze in mid-transaction is for the next look.
  private static final String RECOVER =
      """
      UPDATE touches SET state = 'PLANNED', claim_token = NULL, lease_until = NULL, updated_at = now()
       WHERE touch_id IN (
               SELECT touch_id FROM touches WHERE state = 'CLAIMED' AND lease_until < now()
                ORDER BY touch_id FOR UPDATE SKIP LOCKED)
      """;

  // Waits for a commit of our own that is still under way, and then takes what it left.
  private static final String RELEASE =
      """
      UPDATE touches SET state = 'PLANNED', claim_token = NULL, lease_until = NULL, updated_at = now()
       WHERE state = 'CLAIMED' AND claim_token = ANY($1)
      """;

  private final Pool pool;

  TouchClaims(Pool pool) {
    this.pool = pool;
  }

  /** Claims up to {@code limit} due touches, and what else is due for the same people. */
  Uni<List<DueTouch>> claim(Instant from, Instant now, int limit, UUID token, Duration lease) {
    return pool.preparedQuery(CLAIM)
        .execute(Tuple.of(utc(from), utc(now), limit, token, lease.toMillis()))
        .map(rows -> rows.stream().map(row -> row.getUUID(0)).toArray(UUID[]::new))
        .flatMap(touchIds -> read(touchIds, token));
  }

  private Uni<List<DueTouch>> read(UUID[] touchIds, UUID token) {
    return touchIds.length == 0
        ? Uni.createFrom().item(List.of())
        : pool.preparedQuery(READ).execute(Tuple.of(touchIds, token)).map(TouchClaims::touches);
  }

  /** Gives back what a crashed instance had claimed and not begun to send. */
  Uni<Integer> recover() {
    return pool.query(RECOVER).execute().map(RowSet::rowCount);
  }

  /** Gives back what these claims of this instance hold and did not come to send. */
  Uni<Integer> release(Collection<UUID> tokens) {
    return pool.preparedQuery(RELEASE)
        .execute(Tuple.of(tokens.toArray(UUID[]::new)))
        .map(RowSet::rowCount);
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static List<DueTouch> touches(RowSet<Row> rows) {
    List<DueTouch> touches = new ArrayList<>(rows.size());
    rows.forEach(row -> touches.add(touch(row)));
    return touches;
  }

  private static DueTouch touch(Row row) {
    return new DueTouch(
        row.getUUID("organization_id"),
        row.getOffsetDateTime("due_at").toInstant(),
        row.getOffsetDateTime("stale_after").toInstant(),
        row.getInteger("attempts"),
        row.getBoolean("unsubscribed"),
        contact(row, "l_"),
        contact(row, "r_"),
        item(row));
  }

  private static LetterItem item(Row row) {
    return new LetterItem(
        row.getUUID("touch_id"),
        row.getUUID("enrollment_id"),
        row.getString("template"),
        row.getString("category"),
        row.getString("audience"),
        row.getInteger("occurrence"),
        row.getString("l_name"),
        row.getString("title"),
        strings(row.get(JsonArray.class, "behaviours")),
        row.getBigDecimal("cost_per_place"),
        content(row.getString("content")));
  }

  private static List<String> strings(JsonArray array) {
    return array == null ? List.of() : array.stream().map(String::valueOf).toList();
  }

  private static ItemContent content(String json) {
    try {
      return json == null
          ? ItemContent.none()
          : EventJson.mapper().readValue(json, ItemContent.class);
    } catch (JsonProcessingException e) {
      return ItemContent.none();
    }
  }

  private static Contact contact(Row row, String prefix) {
    UUID personId = row.getUUID(prefix + "id");
    return personId == null
        ? null
        : new Contact(
            personId,
            row.getString(prefix + "email"),
            row.getString(prefix + "name"),
            row.getString(prefix + "zone"),
            row.getString(prefix + "locale"),
            row.getLocalDate(prefix + "leave"),
            row.getBoolean(prefix + "gone"));
  }
}
