package org.followthrough.booster.track;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.booster.question.QuestionContent;
import org.followthrough.booster.track.Asked.Outcome;
import org.followthrough.booster.track.TrackStep.Reason;
import org.followthrough.kit.event.EventJson;

/** Tracks and issued questions in PostgreSQL, a batch at a time. */
@ApplicationScoped
class TrackStore {

  private static final String LOCK =
      "SELECT t.enrollment_id FROM tracks t WHERE t.state = 'running' AND t.next_step_at <= $1"
          + " AND EXISTS (SELECT 1 FROM enrollments e WHERE e.enrollment_id = t.enrollment_id)"
          + " ORDER BY t.next_step_at LIMIT $2 FOR UPDATE OF t SKIP LOCKED";

  // After LOCK and in a statement of its own: what it does not see yet wakes the track after this.
  private static final String READ =
      "SELECT t.enrollment_id, t.organization_id, t.course_id, t.version, e.person_id, e.status,"
          + " e.completed_at, c.need_by, coalesce(l.has_left, false) AS has_left"
          + " FROM tracks t JOIN enrollments e USING (enrollment_id)"
          + " LEFT JOIN courses c ON c.course_id = t.course_id"
          + " LEFT JOIN leavers l ON l.person_id = e.person_id"
          + " WHERE t.enrollment_id = ANY($1) ORDER BY t.next_step_at";

  private static final String HISTORY =
      "SELECT booster_id, enrollment_id, question_id, sequence, due_on, expires_on, state, correct,"
          + " closed_at, CASE WHEN state = 'open' THEN content END AS open_content FROM boosters"
          + " WHERE enrollment_id = ANY($1)";

  private static final String BANK =
      "SELECT c.course_id, q.question_id, q.content FROM courses c JOIN questions q ON"
          + " q.organization_id = c.organization_id AND q.course = c.external_id"
          + " WHERE c.course_id = ANY($1) AND NOT q.retired";

  private static final String CLOSE =
      "UPDATE boosters SET state = c.state, closed_at = $2 FROM jsonb_to_recordset($1::text::jsonb)"
          + " AS c(booster_id uuid, state text) WHERE boosters.booster_id = c.booster_id";

  private static final String ISSUE =
      "INSERT INTO boosters (booster_id, organization_id, enrollment_id, person_id, course_id,"
          + " question_id, sequence, content, due_on, expires_on)"
          + " SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS b(booster_id uuid,"
          + " organization_id uuid, enrollment_id uuid, person_id uuid, course_id uuid, question_id"
          + " uuid, sequence int, content text, due_on date, expires_on date)";

  private static final String POSTPONE =
      "UPDATE boosters SET due_on = p.due_on, expires_on = p.expires_on FROM"
          + " jsonb_to_recordset($1::text::jsonb) AS p(booster_id uuid, due_on date, expires_on"
          + " date) WHERE boosters.booster_id = p.booster_id";

  private static final String MOVE =
      "UPDATE tracks SET state = m.state, version = m.version, next_step_at = m.next_step_at"
          + " FROM jsonb_to_recordset($1::text::jsonb) AS m(enrollment_id uuid, state text, version"
          + " bigint, next_step_at timestamptz) WHERE tracks.enrollment_id = m.enrollment_id";

  /** Locks up to limit tracks that are due and that nobody else has in hand. */
  Uni<List<DueTrack>> claim(SqlClient transaction, Instant now, int limit) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), limit))
        .map(rows -> rows.stream().map(row -> row.getUUID(0)).toArray(UUID[]::new))
        .chain(locked -> read(transaction, locked));
  }

  private Uni<List<DueTrack>> read(SqlClient transaction, UUID[] locked) {
    return locked.length == 0
        ? Uni.createFrom().item(List.of())
        : transaction
            .preparedQuery(READ)
            .execute(Tuple.of((Object) locked))
            .map(TrackStore::tracks)
            .chain(tracks -> withHistory(transaction, locked, tracks));
  }

  /** What may be asked, by course. */
  Uni<Map<UUID, Map<UUID, QuestionContent>>> banks(SqlClient transaction, List<DueTrack> tracks) {
    UUID[] courses =
        tracks.stream().map(due -> due.owner().courseId()).distinct().toArray(UUID[]::new);
    return transaction.preparedQuery(BANK).execute(Tuple.of(courses)).map(TrackStore::banks);
  }

  /** Writes the steps; what closes goes first, because one question at a time is open. */
  Uni<Void> write(SqlClient transaction, StepBatch steps, Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    return steps
        .closings()
        .map(rows -> run(transaction, CLOSE, Tuple.of(rows, at)))
        .orElseGet(TrackStore::nothing)
        .chain(() -> runIfAny(transaction, ISSUE, steps.askings()))
        .chain(() -> runIfAny(transaction, POSTPONE, steps.shifts()))
        .chain(() -> run(transaction, MOVE, Tuple.of(steps.moves())));
  }

  // After the locks too: it sees every answer given before them.
  private Uni<List<DueTrack>> withHistory(
      SqlClient transaction, UUID[] locked, List<DueTrack> tracks) {
    return transaction
        .preparedQuery(HISTORY)
        .execute(Tuple.of((Object) locked))
        .map(rows -> withHistory(tracks, rows));
  }

  private static List<DueTrack> withHistory(List<DueTrack> tracks, RowSet<Row> rows) {
    Map<UUID, List<Row>> byEnrollment = new HashMap<>();
    for (Row row : rows) {
      byEnrollment.computeIfAbsent(row.getUUID("enrollment_id"), id -> new ArrayList<>()).add(row);
    }
    return tracks.stream()
        .map(due -> withHistory(due, byEnrollment.getOrDefault(due.enrollmentId(), List.of())))
        .toList();
  }

  private static DueTrack withHistory(DueTrack due, List<Row> rows) {
    Optional<IssuedQuestion> open =
        rows.stream()
            .map(row -> row.getString("open_content"))
            .filter(Objects::nonNull)
            .findFirst()
            .map(IssuedQuestion::fromJson);
    return due.with(rows.stream().map(TrackStore::asked).toList(), open);
  }

  private static Uni<Void> runIfAny(
      SqlClient transaction, String statement, Optional<String> rows) {
    return rows.map(some -> run(transaction, statement, Tuple.of(some)))
        .orElseGet(TrackStore::nothing);
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  private static Uni<Void> run(SqlClient transaction, String statement, Tuple parameters) {
    return transaction.preparedQuery(statement).execute(parameters).replaceWithVoid();
  }

  private static List<DueTrack> tracks(RowSet<Row> rows) {
    List<DueTrack> tracks = new ArrayList<>(rows.size());
    rows.forEach(
        row -> tracks.add(new DueTrack(owner(row), facts(row), List.of(), Optional.empty())));
    return tracks;
  }

  private static BoosterEvents.Owner owner(Row row) {
    return new BoosterEvents.Owner(
        row.getUUID("organization_id"),
        row.getUUID("enrollment_id"),
        row.getUUID("person_id"),
        row.getUUID("course_id"),
        row.getLong("version"));
  }

  private static Track.Facts facts(Row row) {
    OffsetDateTime completedAt = row.getOffsetDateTime("completed_at");
    boolean completed = row.getString("status").equals("completed") && completedAt != null;
    Optional<Reason> over = completed ? Optional.empty() : Optional.of(Reason.WITHDRAWN);
    return new Track.Facts(
        row.getUUID("enrollment_id"),
        row.getBoolean("has_left") ? Optional.of(Reason.LEFT) : over,
        completedAt == null ? null : dateOf(completedAt),
        row.getLocalDate("need_by"));
  }

  private static Asked asked(Row row) {
    OffsetDateTime closedAt = row.getOffsetDateTime("closed_at");
    return new Asked(
        row.getUUID("booster_id"),
        row.getUUID("question_id"),
        row.getInteger("sequence"),
        row.getLocalDate("due_on"),
        row.getLocalDate("expires_on"),
        outcome(row.getString("state"), row.getBoolean("correct")),
        closedAt == null ? null : dateOf(closedAt));
  }

  private static Outcome outcome(String state, Boolean correct) {
    return switch (state) {
      case "open" -> Outcome.OPEN;
      case "answered" -> correct ? Outcome.RIGHT : Outcome.WRONG;
      case "unanswered" -> Outcome.UNANSWERED;
      default -> Outcome.CANCELLED;
    };
  }

  private static Map<UUID, Map<UUID, QuestionContent>> banks(RowSet<Row> rows) {
    Map<UUID, Map<UUID, QuestionContent>> banks = new HashMap<>();
    for (Row row : rows) {
      var content = EventJson.read(row.getString("content").getBytes(UTF_8), QuestionContent.class);
      banks
          .computeIfAbsent(row.getUUID("course_id"), id -> new HashMap<>())
          .put(row.getUUID("question_id"), content);
    }
    return banks;
  }

  private static LocalDate dateOf(OffsetDateTime time) {
    return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
  }
}
