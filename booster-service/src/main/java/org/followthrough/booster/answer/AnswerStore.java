package org.followthrough.booster.answer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.booster.answer.AnswerBatch.Standing;
import org.followthrough.booster.answer.AttemptClassifier.Earlier;
import org.followthrough.booster.track.BoosterEvents;
import org.followthrough.booster.track.ClosingTime;
import org.followthrough.booster.track.IssuedQuestion;

/** Questions, attempts and answers in PostgreSQL, a batch of attempts at a time. */
@ApplicationScoped
class AnswerStore {

  private static final String PAGE =
      "SELECT b.booster_id, b.person_id, b.sequence, b.content, b.expires_on, b.state, b.choice,"
          + " c.title, c.language FROM boosters b LEFT JOIN courses c USING (course_id)"
          + " WHERE b.booster_id = $1";

  private static final String CANARY =
      "INSERT INTO canary_hits (booster_id, hit_at) SELECT booster_id, $2 FROM boosters"
          + " WHERE booster_id = $1 ON CONFLICT (booster_id) DO UPDATE SET hit_at ="
          + " greatest(canary_hits.hit_at, excluded.hit_at)";

  // The track is the aggregate: whoever holds it numbers its events.
  private static final String LOCK =
      "SELECT enrollment_id FROM tracks WHERE enrollment_id IN (SELECT enrollment_id FROM boosters"
          + " WHERE booster_id = ANY($1)) ORDER BY enrollment_id FOR UPDATE";

  private static final String STANDING =
      "SELECT b.booster_id, b.organization_id, b.enrollment_id, b.person_id, b.course_id,"
          + " b.sequence, b.content, b.expires_on, b.state, t.version, h.hit_at, a.nonce,"
          + " a.choice, a.class, a.posted_at FROM boosters b JOIN tracks t USING (enrollment_id)"
          + " LEFT JOIN canary_hits h USING (booster_id) LEFT JOIN attempts a USING (booster_id)"
          + " WHERE b.booster_id = ANY($1) ORDER BY a.attempt_id";

  // One statement for all that came together: attempts, answers, and the tracks that go on.
  private static final String WRITE =
      "WITH recorded AS (INSERT INTO attempts (booster_id, nonce, choice, class, suspicions,"
          + " loaded_at, posted_at, answered_at) SELECT * FROM jsonb_to_recordset($1::text::jsonb)"
          + " AS a(booster_id uuid, nonce text, choice text, class text, suspicions text, loaded_at"
          + " timestamptz, posted_at timestamptz, answered_at timestamptz)),"
          + " answered AS (SELECT * FROM jsonb_to_recordset($2::text::jsonb) AS b(booster_id uuid,"
          + " enrollment_id uuid, choice text, correct boolean, version bigint)),"
          + " closed AS (UPDATE boosters SET state = 'answered', choice = answered.choice, correct"
          + " = answered.correct, closed_at = $3 FROM answered WHERE boosters.booster_id ="
          + " answered.booster_id)"
          + " UPDATE tracks SET version = answered.version, next_step_at = $3 FROM answered"
          + " WHERE tracks.enrollment_id = answered.enrollment_id";

  /** The question of a page, or null. */
  Uni<IssuedBooster> find(SqlClient client, UUID boosterId) {
    return client
        .preparedQuery(PAGE)
        .execute(Tuple.of(boosterId))
        .map(rows -> rows.size() == 0 ? null : booster(rows.iterator().next()));
  }

  /** Keeps the machine time at which the hidden link was opened. */
  Uni<Void> canaryHit(SqlClient client, UUID boosterId, Instant at) {
    return client
        .preparedQuery(CANARY)
        .execute(Tuple.of(boosterId, at.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** Locks the tracks of these questions and reads how the questions stand. */
  Uni<Map<UUID, Standing>> lock(SqlClient transaction, UUID[] boosterIds) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of((Object) boosterIds))
        // A statement of its own: its snapshot is younger than the locks.
        .chain(() -> transaction.preparedQuery(STANDING).execute(Tuple.of((Object) boosterIds)))
        .map(AnswerStore::standings);
  }

  Uni<Void> write(SqlClient transaction, AnswerBatch batch, Instant now) {
    return transaction
        .preparedQuery(WRITE)
        .execute(Tuple.of(batch.attempts(), batch.answers(), now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  private static IssuedBooster booster(Row row) {
    return new IssuedBooster(
        row.getUUID("booster_id"),
        row.getUUID("person_id"),
        row.getInteger("sequence"),
        IssuedQuestion.fromJson(row.getString("content")),
        row.getLocalDate("expires_on"),
        ClosingTime.of(row.getLocalDate("expires_on")),
        row.getString("state"),
        row.getString("choice"),
        row.getString("title"),
        row.getString("language"));
  }

  private static Map<UUID, Standing> standings(RowSet<Row> rows) {
    Map<UUID, Standing> standings = new HashMap<>();
    for (Row row : rows) {
      Standing standing = standings.computeIfAbsent(row.getUUID("booster_id"), id -> standing(row));
      if (row.getString("nonce") != null) {
        standing.remember(row.getString("nonce"), earlier(row));
      }
    }
    return standings;
  }

  private static Standing standing(Row row) {
    var owner =
        new BoosterEvents.Owner(
            row.getUUID("organization_id"),
            row.getUUID("enrollment_id"),
            row.getUUID("person_id"),
            row.getUUID("course_id"),
            row.getLong("version"));
    return new Standing(
        owner,
        row.getInteger("sequence"),
        IssuedQuestion.fromJson(row.getString("content")),
        ClosingTime.of(row.getLocalDate("expires_on")),
        Optional.ofNullable(row.getOffsetDateTime("hit_at")).map(OffsetDateTime::toInstant),
        row.getString("state"));
  }

  private static Earlier earlier(Row row) {
    return new Earlier(
        row.getString("choice"),
        row.getOffsetDateTime("posted_at").toInstant(),
        row.getString("class").equals("human"));
  }
}
