package org.followthrough.reminder.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.followthrough.kit.event.EventJson;

/** The table of touches as planning sees it; every call is one statement for the whole batch. */
@Singleton
class TouchStore {

  private static final String LOCK =
      """
      SELECT touch_id, enrollment_id, state, reason, planned_for, due_at, stale_after, local_date,
             content::text AS content
      FROM touches WHERE enrollment_id = ANY($1) ORDER BY touch_id FOR UPDATE
      """;

  private static final String INSERT =
      """
      INSERT INTO touches (enrollment_id, touch_id, occurrence, state, reason, planned_for, due_at,
                           stale_after, local_date, content, step, audience, category, template,
                           organization_id, learner_id, course_id)
      SELECT t.enrollment_id, touch_id, occurrence, state, reason, planned_for, planned_for,
             stale_after, local_date, content::jsonb, step, audience, category, template,
             organization_id, learner_id, course_id
      FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::timestamptz[],
                  $7::timestamptz[], $8::date[], $9::text[], $10::int[])
        AS t(enrollment_id, touch_id, occurrence, state, reason, planned_for, stale_after,
             local_date, content, step_no)
      JOIN unnest($11::text[], $12::text[], $13::text[], $14::text[]) WITH ORDINALITY
        AS s(step, audience, category, template, step_no) USING (step_no)
      JOIN unnest($15::uuid[], $16::uuid[], $17::uuid[], $18::uuid[])
        AS j(enrollment_id, organization_id, learner_id, course_id) USING (enrollment_id)
      """;

  private static final String UPDATE =
      """
      UPDATE touches t SET state = u.state, reason = u.reason, planned_for = u.planned_for,
        due_at = u.due_at, stale_after = u.stale_after, local_date = u.local_date,
        content = u.content::jsonb, updated_at = $9
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[],
                  $6::timestamptz[], $7::date[], $8::text[])
        AS u(touch_id, state, reason, planned_for, due_at, stale_after, local_date, content)
      WHERE t.touch_id = u.touch_id
      """;

  /** Reads and locks all touches of these journeys, in the order of their ids. */
  Uni<List<StandingTouch>> lock(SqlClient transaction, Collection<UUID> enrollmentIds) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(enrollmentIds.toArray(UUID[]::new)))
        .map(rows -> rows.stream().map(TouchStore::standing).toList());
  }

  Uni<Void> insert(SqlClient transaction, Tuple columns) {
    return transaction.preparedQuery(INSERT).execute(columns).replaceWithVoid();
  }

  Uni<Void> update(SqlClient transaction, List<TouchChange> changes, Instant now) {
    if (changes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple columns =
        Tuple.from(
            List.of(
                column(changes, TouchChange::touchId, UUID[]::new),
                column(changes, change -> change.state().name(), String[]::new),
                column(changes, TouchChange::reason, String[]::new),
                times(changes, TouchChange::plannedFor),
                times(changes, TouchChange::dueAt),
                times(changes, TouchChange::staleAfter),
                column(changes, TouchChange::localDate, LocalDate[]::new),
                column(changes, change -> json(change.content()), String[]::new),
                now.atOffset(ZoneOffset.UTC)));
    return transaction.preparedQuery(UPDATE).execute(columns).replaceWithVoid();
  }

  static <S, T> T[] column(List<S> rows, Function<S, T> value, IntFunction<T[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  static <S> OffsetDateTime[] times(List<S> rows, Function<S, Instant> value) {
    return column(rows, row -> value.apply(row).atOffset(ZoneOffset.UTC), OffsetDateTime[]::new);
  }

  static String json(JsonNode content) {
    return content.isEmpty() ? "{}" : new String(EventJson.write(content), UTF_8);
  }

  private static StandingTouch standing(Row row) {
    return new StandingTouch(
        row.getUUID("touch_id"),
        row.getUUID("enrollment_id"),
        TouchState.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getOffsetDateTime("planned_for").toInstant(),
        row.getOffsetDateTime("due_at").toInstant(),
        row.getOffsetDateTime("stale_after").toInstant(),
        row.getLocalDate("local_date"),
        EventJson.read(row.getString("content").getBytes(UTF_8), JsonNode.class));
  }
}
