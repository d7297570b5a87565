package org.followthrough.booster.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Set;
import java.util.UUID;
import org.followthrough.booster.answer.AttemptClassifier.Earlier;
import org.followthrough.booster.answer.Standing.Answer;
import org.followthrough.booster.track.BoosterEvents;
import org.followthrough.booster.track.ClosingTime;
import org.followthrough.booster.track.IssuedQuestion;
import org.followthrough.kit.event.EventJson;

/** Questions, attempts and answers in PostgreSQL, a batch of attempts at a time. */
@ApplicationScoped
class AnswerStore {

  private static final String PAGE =
      "SELECT b.booster_id, b.person_id, b.sequence, b.content, b.expires_on, b.state, b.choice,"
          + " b.doubted, c.title, c.language FROM boosters b LEFT JOIN courses c USING (course_id)"
          + " WHERE b.booster_id = $1";

  // The track is the aggregate: whoever holds it numbers its events.
  private static final String LOCK =
      "SELECT enrollment_id FROM tracks WHERE enrollment_id IN (SELECT enrollment_id FROM boosters"
          + " WHERE booster_id = ANY($1)) ORDER BY enrollment_id FOR UPDATE";

  private static final String CANARY =
      "INSERT INTO canary_hits (booster_id, hit_at) SELECT booster_id, $2 FROM boosters"
          + " WHERE booster_id = $1 ON CONFLICT (booster_id) DO UPDATE SET hit_at ="
          + " greatest(canary_hits.hit_at, excluded.hit_at)";

  private static final String DOUBT =
      "UPDATE boosters SET doubted = true WHERE booster_id = $1 AND state = 'answered'"
          + " AND NOT doubted AND posted_at >= $2";

  private static final String STANDING =
      "SELECT b.booster_id, b.organization_id, b.enrollment_id, b.person_id, b.course_id,"
          + " b.sequence, b.choices, b.right_choice, b.expires_on, b.state, b.choice AS answer,"
          + " b.posted_at AS answer_posted_at, b.doubted, t.version, h.hit_at, a.nonce, a.choice,"
          + " a.posted_at FROM boosters b JOIN tracks t USING (enrollment_id)"
          + " LEFT JOIN canary_hits h USING (booster_id) LEFT JOIN attempts a USING (booster_id)"
          + " WHERE b.booster_id = ANY($1) ORDER BY a.attempt_id";

  // One statement for all that came together: attempts, answers, and the tracks that go on.
  private static final String WRITE =
      "WITH recorded AS (INSERT INTO attempts (booster_id, nonce, choice, class, suspicions,"
          + " loaded_at, posted_at, answered_at) SELECT * FROM jsonb_to_recordset($1::text::jsonb)"
          + " AS a(booster_id uuid, nonce text, choice text, class text, suspicions text, loaded_at"
          + " timestamptz, posted_at timestamptz, answered_at timestamptz)),"
          + " closed AS (UPDATE boosters SET state = 'answered', choice = a.choice, correct ="
          + " a.correct, posted_at = a.posted_at, doubted = a.doubted, closed_at ="
          + " coalesce(a.closed_at, boosters.closed_at) FROM jsonb_to_recordset($2::text::jsonb) AS"
          + " a(booster_id uuid, choice text, correct boolean, posted_at timestamptz, doubted"
          + " boolean, closed_at timestamptz) WHERE boosters.booster_id = a.booster_id)"
          + " UPDATE tracks SET version = t.version, next_step_at = $4"
          + " FROM jsonb_to_recordset($3::text::jsonb) AS t(enrollment_id uuid, version bigint)"
          + " WHERE tracks.enrollment_id = t.enrollment_id";

  /** The question of a page, or null. */
  Uni<IssuedBooster> find(SqlClient client, UUID boosterId) {
    return client
        .preparedQuery(PAGE)
        .execute(Tuple.of(boosterId))
        .map(rows -> rows.size() == 0 ? null : booster(rows.iterator().next()));
  }

  /**
   * Keeps the machine time at which the hidden link was opened, and doubts an answer of the time
   * just before. With the track locked, so that an answer on its way sees the hit or is seen by it.
   */
  Uni<Void> canaryHit(SqlClient transaction, UUID boosterId, Instant at) {
    OffsetDateTime hitAt = at.atOffset(ZoneOffset.UTC);
    OffsetDateTime since = at.minus(AttemptClassifier.WINDOW).atOffset(ZoneOffset.UTC);
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of((Object) new UUID[] {boosterId}))
        .chain(() -> transaction.preparedQuery(CANARY).execute(Tuple.of(boosterId, hitAt)))
        .chain(() -> transaction.preparedQuery(DOUBT).execute(Tuple.of(boosterId, since)))
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
        .execute(
            Tuple.of(
                batch.attempts(), batch.answers(), batch.tracks(), now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  private static IssuedBooster booster(Row row) {
    return new IssuedBooster(
        row.getUUID("booster_id"),
        row.getUUID("person_id"),
        row.getInteger("sequence"),
        IssuedQuestion.fromJson(row.getString("content")),
        ClosingTime.of(row.getLocalDate("expires_on")),
        row.getString("state"),
        row.getString("choice"),
        row.getBoolean("doubted"),
        row.getString("title"),
        row.getString("language"));
  }

  private static Map<UUID, Standing> standings(RowSet<Row> rows) {
    Map<UUID, Standing> standings = new HashMap<>();
    for (Row row : rows) {
      Standing standing = standings.computeIfAbsent(row.getUUID("booster_id"), id -> standing(row));
      if (row.getString("nonce") != null) {
        standing.remember(
            row.getString("nonce"),
            new Earlier(row.getString("choice"), instant(row, "posted_at")));
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
    var terms =
        new Standing.Terms(
            owner,
            row.getInteger("sequence"),
            choices(row.getString("choices")),
            row.getString("right_choice"),
            ClosingTime.of(row.getLocalDate("expires_on")),
            Optional.ofNullable(instant(row, "hit_at")));
    return new Standing(terms, row.getString("state").equals("open"), answer(row));
  }

  private static Set<String> choices(String json) {
    return Set.of(EventJson.read(json.getBytes(UTF_8), String[].class));
  }

  private static Answer answer(Row row) {
    if (!row.getString("state").equals("answered")) {
      return null;
    }
    Instant postedAt = instant(row, "answer_posted_at");
    return new Answer(row.getString("answer"), postedAt, row.getBoolean("doubted"));
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }
}
