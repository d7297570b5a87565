package org.followthrough.reminder.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.followthrough.kit.outbox.OutboxRelay;
import org.followthrough.kit.outbox.PendingEvent;
import org.followthrough.kit.postgres.PgOutbox;
import org.followthrough.reminder.envelope.Addressed;
import org.followthrough.reminder.envelope.StoredMime;
import org.followthrough.reminder.mail.Letter;

/** Writes down what was decided about a batch, before a byte of it is sent. */
@Singleton
class EnvelopeCommits {

  // An envelope is posted only if it is whole, that is, all its touches are still ours and wanted
  // and its recipient still there, and if its window is free. Where the window is taken its touches
  // go to the next one; what is left of an envelope that is not whole any more is decided on
  // afresh. The recipient's row is held, so that an erasure waits and then finds the envelope.
  // Ordered, so that two instances cannot deadlock. "IN ... IS TRUE" and the fates look up by hash:
  // as joins, of whose size nothing is known beforehand, they would be quadratic. The "|| ''" keeps
  // the indexes of whole states out of what goes by key.
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
                             $18::boolean[], $19::int[], $20::uuid[], $21::text[])
               AS m(touch_id, envelope_id, later, later_on, later_state, may_be_ended,
                    talk_position, recipient_id, message_id)),
      there AS MATERIALIZED (
        SELECT p.person_id
          FROM (SELECT DISTINCT recipient_id FROM wanted ORDER BY recipient_id) w
         CROSS JOIN LATERAL (
               SELECT p.person_id FROM people p
                WHERE p.person_id = w.recipient_id AND NOT p.gone AND p.email IS NOT NULL
                  FOR KEY SHARE OF p) p),
      held AS MATERIALIZED (
        SELECT m.envelope_id FROM members m JOIN touches t USING (touch_id)
         WHERE t.claim_token = $22 AND t.state || '' = 'CLAIMED'
           AND (m.recipient_id IN (SELECT person_id FROM there)) IS TRUE
           AND NOT (m.may_be_ended AND EXISTS (
                 SELECT 1 FROM unsubscriptions u
                  WHERE u.person_id = m.recipient_id AND u.category = t.category))
           FOR UPDATE OF t),
      whole AS MATERIALIZED (
        SELECT w.envelope_id FROM wanted w
          JOIN (SELECT envelope_id, count(*) AS size FROM held GROUP BY envelope_id) h
            ON h.envelope_id = w.envelope_id AND h.size = w.size),
      posted AS (
        INSERT INTO envelopes (envelope_id, organization_id, recipient_id, send_window,
               dispatched_at, stale_after, resendable, message_id, mail_to, mime_sha256, mime,
               state, claim_token, lease_until)
        SELECT w.envelope_id, w.organization_id, w.recipient_id, w.send_window, w.dispatched_at,
               w.stale_after, w.resendable, w.message_id, w.mail_to, w.mime_sha256, w.mime,
               'TRANSMITTING', $22, now() + $23 * interval '1 millisecond'
          FROM wanted w JOIN whole USING (envelope_id)
         ORDER BY w.recipient_id, w.send_window
            ON CONFLICT (recipient_id, send_window) DO NOTHING
        RETURNING envelope_id),
      fates AS MATERIALIZED (
        SELECT m.*, m.envelope_id IN (SELECT envelope_id FROM posted) AS goes,
               m.envelope_id IN (SELECT envelope_id FROM whole) AS whole
          FROM members m)
      UPDATE touches t
         SET state = CASE WHEN f.goes THEN 'TRANSMITTING'
                          WHEN f.whole THEN f.later_state ELSE 'PLANNED' END,
             reason = CASE WHEN f.whole AND NOT f.goes THEN 'window-taken' END,
             due_at = CASE WHEN f.whole AND NOT f.goes THEN f.later ELSE t.due_at END,
             local_date = CASE WHEN f.whole AND NOT f.goes THEN f.later_on ELSE t.local_date END,
             envelope_id = CASE WHEN f.goes THEN f.envelope_id END,
             recipient_id = CASE WHEN f.goes THEN f.recipient_id END,
             message_id = CASE WHEN f.goes THEN f.message_id END,
             talk_position = f.talk_position,
             claim_token = CASE WHEN f.goes THEN t.claim_token END,
             lease_until = NULL,
             updated_at = now()
        FROM fates f
       WHERE t.touch_id = f.touch_id AND t.claim_token = $22 AND t.state || '' = 'CLAIMED'
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
       WHERE t.touch_id = w.touch_id AND t.claim_token = $7 AND t.state || '' = 'CLAIMED'
      RETURNING
      """
          + DeliveryEvents.RETURNED;

  // Where it cannot be told whether a commit went through, and surely nothing was sent.
  private static final String TAKE_BACK =
      """
      WITH unsent AS (
        UPDATE envelopes
           SET state = 'DEFERRED', reason = 'not-begun', mime = NULL, mail_to = NULL,
               send_window = send_window || '#' || envelope_id,
               claim_token = NULL, lease_until = NULL, updated_at = now()
         WHERE state = 'TRANSMITTING' AND claim_token = ANY($1)
        RETURNING envelope_id, recipient_id)
      UPDATE touches t
         SET state = 'PLANNED', reason = NULL, envelope_id = NULL, message_id = NULL,
             claim_token = NULL, updated_at = now()
        FROM unsent u
       WHERE t.recipient_id = u.recipient_id AND t.envelope_id = u.envelope_id
         AND t.state = 'TRANSMITTING'
      """;

  private record Member(Posting posting, Addressed touch, int talkPosition) {}

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

  /** Takes back all that was committed under these tokens; none of it may have been sent. */
  Uni<Integer> takeBack(Collection<UUID> tokens) {
    return pool.preparedQuery(TAKE_BACK)
        .execute(Tuple.of(tokens.toArray(UUID[]::new)))
        .map(RowSet::rowCount);
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
    List<Member> members = postings.stream().flatMap(EnvelopeCommits::members).toList();
    Tuple batch = Tuple.tuple();
    addEnvelopes(batch, postings);
    addMembers(batch, members);
    return batch.addValue(token).addValue(lease.toMillis());
  }

  private static Stream<Member> members(Posting posting) {
    Letter letter = posting.envelope().letter();
    return posting.envelope().touches().stream()
        .map(touch -> new Member(posting, touch, letter.talkPosition(touch.item().touchId())));
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
        .addValue(Columns.bytes(postings, EnvelopeCommits::kept))
        .addValue(Columns.integers(postings, posting -> posting.envelope().touches().size()));
  }

  /** The bytes are kept only for those mails that may have to go out once more. */
  private static byte[] kept(Posting posting) {
    return posting.envelope().isResendable() ? StoredMime.pack(posting.mail().mime()) : null;
  }

  private static void addMembers(Tuple batch, List<Member> members) {
    batch
        .addValue(Columns.uuids(members, member -> member.touch().item().touchId()))
        .addValue(Columns.uuids(members, member -> member.posting().envelope().envelopeId()))
        .addValue(Columns.instants(members, member -> member.touch().later().dueAt()))
        .addValue(Columns.dates(members, member -> member.touch().later().localDate()))
        .addValue(
            Columns.texts(
                members, member -> member.touch().later().inTime() ? "PLANNED" : "EXPIRED"))
        .addValue(Columns.booleans(members, member -> member.touch().mayBeEnded()))
        .addValue(Columns.integers(members, Member::talkPosition))
        .addValue(Columns.uuids(members, member -> member.touch().recipient().personId()))
        .addValue(Columns.texts(members, member -> member.posting().messageId()));
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
