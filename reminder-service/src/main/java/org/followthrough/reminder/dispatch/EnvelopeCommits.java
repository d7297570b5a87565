package org.followthrough.reminder.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.followthrough.kit.outbox.OutboxRelay;
import org.followthrough.kit.outbox.PendingEvent;
import org.followthrough.kit.postgres.PgOutbox;
import org.followthrough.reminder.envelope.Addressed;
import org.followthrough.reminder.envelope.Envelope;
import org.followthrough.reminder.envelope.StoredMime;
import org.followthrough.reminder.mail.Letter;

/** Writes down what was decided about a batch, before a byte of it is sent. */
@Singleton
class EnvelopeCommits {

  // An envelope is posted only if all its touches are still ours and its window is free; its
  // touches else go to the next window. Ordered, so that two instances cannot deadlock.
  private static final String POST =
      """
      WITH wanted AS MATERIALIZED (
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[],
                             $6::timestamptz[], $7::boolean[], $8::text[], $9::text[], $10::bytea[],
                             $11::bytea[], $12::int[])
               AS w(envelope_id, organization_id, recipient_id, send_window, dispatched_at,
                    stale_after, resendable, message_id, mail_to, mime_sha256, mime, size)),
      members AS MATERIALIZED (
        SELECT * FROM unnest($13::uuid[], $14::uuid[], $15::timestamptz[], $16::date[], $17::text[],
                             $18::boolean[], $21::int[])
               AS m(touch_id, envelope_id, later, later_on, later_state, may_be_ended,
                    talk_position)),
      held AS MATERIALIZED (
        SELECT m.* FROM members m JOIN wanted w USING (envelope_id) JOIN touches t USING (touch_id)
         WHERE t.claim_token = $19 AND t.state = 'CLAIMED'
           AND NOT (m.may_be_ended AND EXISTS (
                 SELECT 1 FROM unsubscriptions u
                  WHERE u.person_id = w.recipient_id AND u.category = t.category))
           FOR UPDATE OF t),
      posted AS (
        INSERT INTO envelopes (envelope_id, organization_id, recipient_id, send_window,
               dispatched_at, stale_after, resendable, message_id, mail_to, mime_sha256, mime,
               state, claim_token, lease_until)
        SELECT w.envelope_id, w.organization_id, w.recipient_id, w.send_window, w.dispatched_at,
               w.stale_after, w.resendable, w.message_id, w.mail_to, w.mime_sha256, w.mime,
               'TRANSMITTING', $19, now() + $20 * interval '1 millisecond'
          FROM wanted w
          JOIN (SELECT envelope_id, count(*) AS size FROM held GROUP BY envelope_id) h
            ON h.envelope_id = w.envelope_id AND h.size = w.size
         ORDER BY w.recipient_id, w.send_window
            ON CONFLICT (recipient_id, send_window) DO NOTHING
        RETURNING envelope_id, recipient_id, message_id)
      UPDATE touches t
         SET state = CASE WHEN p.envelope_id IS NULL THEN m.later_state ELSE 'TRANSMITTING' END,
             reason = CASE WHEN p.envelope_id IS NULL THEN 'window-taken' END,
             due_at = CASE WHEN p.envelope_id IS NULL THEN m.later ELSE t.due_at END,
             local_date = CASE WHEN p.envelope_id IS NULL THEN m.later_on ELSE t.local_date END,
             envelope_id = p.envelope_id,
             recipient_id = p.recipient_id,
             message_id = p.message_id,
             talk_position = m.talk_position,
             claim_token = CASE WHEN p.envelope_id IS NULL THEN NULL ELSE t.claim_token END,
             lease_until = NULL,
             updated_at = now()
        FROM members m LEFT JOIN posted p ON p.envelope_id = m.envelope_id
       WHERE t.touch_id = m.touch_id AND t.claim_token = $19 AND t.state = 'CLAIMED'
      RETURNING t.envelope_id,
      """
          + DeliveryEvents.RETURNED;

  private static final String WITHHOLD =
      """
      UPDATE touches t
         SET state = w.state, reason = w.reason, due_at = coalesce(w.due_at, t.due_at),
             local_date = coalesce(w.local_date, t.local_date), recipient_id = w.recipient_id,
             claim_token = NULL, lease_until = NULL, updated_at = now()
        FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::date[])
             AS w(touch_id, recipient_id, state, reason, due_at, local_date)
       WHERE t.touch_id = w.touch_id AND t.claim_token = $7 AND t.state = 'CLAIMED'
      RETURNING
      """
          + DeliveryEvents.RETURNED;

  private record Member(Envelope envelope, Addressed touch, int talkPosition) {}

  private final Pool pool;
  private final PgOutbox outbox;
  private final OutboxRelay relay;
  private final DeliveryEvents events;

  EnvelopeCommits(Pool pool, PgOutbox outbox, OutboxRelay relay, DeliveryEvents events) {
    this.pool = pool;
    this.outbox = outbox;
    this.relay = relay;
    this.events = events;
  }

  /** Commits the batch and answers which envelopes may be sent. */
  Uni<Set<UUID>> commit(
      UUID token, List<Posting> postings, List<Withheld> withheld, Duration lease) {
    return pool.withTransaction(
            tx -> withhold(tx, token, withheld).chain(() -> post(tx, token, postings, lease)))
        .invoke(relay::wake);
  }

  private Uni<Void> withhold(SqlConnection tx, UUID token, List<Withheld> withheld) {
    if (withheld.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple batch =
        Tuple.tuple()
            .addValue(Columns.uuids(withheld, Withheld::touchId))
            .addValue(Columns.uuids(withheld, Withheld::recipientId))
            .addValue(Columns.texts(withheld, Withheld::state))
            .addValue(Columns.texts(withheld, Withheld::reason))
            .addValue(Columns.instants(withheld, Withheld::dueAt))
            .addValue(Columns.dates(withheld, Withheld::localDate))
            .addValue(token);
    return tx.preparedQuery(WITHHOLD).execute(batch).chain(rows -> publish(tx, rows));
  }

  private Uni<Set<UUID>> post(
      SqlConnection tx, UUID token, List<Posting> postings, Duration lease) {
    if (postings.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    return tx.preparedQuery(POST)
        .execute(batch(token, postings, lease))
        .chain(rows -> publish(tx, rows).replaceWith(posted(rows)));
  }

  private static Tuple batch(UUID token, List<Posting> postings, Duration lease) {
    List<Member> members =
        postings.stream().flatMap(posting -> members(posting.envelope())).toList();
    Tuple batch = Tuple.tuple();
    addEnvelopes(batch, postings);
    addMembers(batch, members);
    return batch
        .addValue(token)
        .addValue(lease.toMillis())
        .addValue(Columns.integers(members, Member::talkPosition));
  }

  private static Stream<Member> members(Envelope envelope) {
    Letter letter = envelope.letter();
    return envelope.touches().stream()
        .map(touch -> new Member(envelope, touch, letter.talkPosition(touch.item().touchId())));
  }

  private static void addEnvelopes(Tuple batch, List<Posting> postings) {
    batch
        .addValue(Columns.uuids(postings, posting -> posting.envelope().envelopeId()))
        .addValue(Columns.uuids(postings, posting -> posting.envelope().organizationId()))
        .addValue(Columns.uuids(postings, posting -> posting.envelope().recipient().personId()))
        .addValue(Columns.texts(postings, posting -> posting.envelope().window()))
        .addValue(Columns.instants(postings, posting -> posting.envelope().moment()))
        .addValue(Columns.instants(postings, posting -> posting.envelope().staleAfter()))
        .addValue(Columns.booleans(postings, posting -> posting.envelope().isResendable()))
        .addValue(Columns.texts(postings, Posting::messageId))
        .addValue(Columns.texts(postings, posting -> posting.mail().to()))
        .addValue(Columns.bytes(postings, posting -> StoredMime.sha256(posting.mail().mime())))
        .addValue(Columns.bytes(postings, posting -> StoredMime.pack(posting.mail().mime())))
        .addValue(Columns.integers(postings, posting -> posting.envelope().touches().size()));
  }

  private static void addMembers(Tuple batch, List<Member> members) {
    batch
        .addValue(Columns.uuids(members, member -> member.touch().item().touchId()))
        .addValue(Columns.uuids(members, member -> member.envelope().envelopeId()))
        .addValue(Columns.instants(members, member -> member.touch().later().dueAt()))
        .addValue(Columns.dates(members, member -> member.touch().later().localDate()))
        .addValue(
            Columns.texts(
                members, member -> member.touch().later().inTime() ? "PLANNED" : "EXPIRED"))
        .addValue(Columns.booleans(members, member -> member.touch().mayBeEnded()));
  }

  private Uni<Void> publish(SqlConnection tx, RowSet<Row> rows) {
    List<PendingEvent> told = events.of(rows);
    return outbox.append(tx, told);
  }

  private static Set<UUID> posted(RowSet<Row> rows) {
    Set<UUID> posted = new HashSet<>();
    for (Row row : rows) {
      if (row.getUUID("envelope_id") != null) {
        posted.add(row.getUUID("envelope_id"));
      }
    }
    return posted;
  }
}
