package org.followthrough.reminder.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.followthrough.kit.outbox.OutboxRelay;
import org.followthrough.kit.postgres.PgOutbox;
import org.jboss.logging.Logger;

/** Writes down what became of mails: envelopes, touches and events in one transaction a batch. */
@Singleton
class DeliveryResults {

  private static final Logger LOG = Logger.getLogger(DeliveryResults.class);

  // A deferred envelope is over: its window is free for the next one with its touches.
  // The "|| ''" keeps the index of all mails under way out of it, which would be read once a
  // verdict.
  private static final String SETTLE =
      """
      WITH verdicts AS MATERIALIZED (
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[],
                             $6::timestamptz[], $7::timestamptz[], $8::date[], $9::timestamptz[],
                             $10::int[], $11::boolean[])
               AS v(envelope_id, claim_token, state, touch_state, reason, sent_at, retry_at,
                    retry_on, resend_at, attempts, tried)),
      settled AS (
        UPDATE envelopes e
           SET state = v.state, reason = v.reason, attempts = v.attempts,
               resend_at = CASE WHEN v.resend_at < e.stale_after THEN v.resend_at END,
               mime = CASE WHEN v.resend_at < e.stale_after THEN e.mime END,
               mail_to = CASE WHEN v.resend_at < e.stale_after THEN e.mail_to END,
               send_window = CASE v.state WHEN 'DEFERRED' THEN e.send_window || '#' || e.envelope_id
                             ELSE e.send_window END,
               claim_token = NULL, lease_until = NULL, updated_at = now()
          FROM verdicts v
         WHERE e.envelope_id = v.envelope_id AND e.claim_token = v.claim_token
           AND e.state || '' = 'TRANSMITTING'
        RETURNING v.*, e.recipient_id)
      UPDATE touches t
         SET state = s.touch_state, reason = s.reason, sent_at = s.sent_at,
             due_at = CASE WHEN s.retry_at IS NULL THEN t.due_at
                      ELSE LEAST(s.retry_at, t.stale_after) END,
             local_date = coalesce(s.retry_on, t.local_date),
             attempts = t.attempts
               + CASE WHEN s.state = 'DEFERRED' AND s.tried THEN 1 ELSE 0 END,
             envelope_id = CASE s.touch_state WHEN 'PLANNED' THEN NULL ELSE t.envelope_id END,
             message_id = CASE s.touch_state WHEN 'PLANNED' THEN NULL ELSE t.message_id END,
             claim_token = NULL, updated_at = now()
        FROM settled s
       WHERE t.recipient_id = s.recipient_id AND t.envelope_id = s.envelope_id
         AND t.state IN ('TRANSMITTING', 'IN_DOUBT')
      RETURNING s.envelope_id AS settled_id,
      """
          + DeliveryEvents.RETURNED;

  private final Pool pool;
  private final PgOutbox outbox;
  private final OutboxRelay relay;
  private final DeliveryEvents events;

  DeliveryResults(Pool pool, PgOutbox outbox, OutboxRelay relay, DeliveryEvents events) {
    this.pool = pool;
    this.outbox = outbox;
    this.relay = relay;
    this.events = events;
  }

  Uni<Void> settle(List<Settlement> results) {
    return pool.withTransaction(
            tx ->
                tx.preparedQuery(SETTLE)
                    .execute(batch(results))
                    .invoke(rows -> noteLate(results, rows))
                    .chain(rows -> outbox.append(tx, events.of(rows))))
        .invoke(relay::wake);
  }

  /** Whose claim ended meanwhile has to leave the mail to others: they may have sent it again. */
  private static void noteLate(List<Settlement> results, RowSet<Row> rows) {
    Set<UUID> settled = new HashSet<>();
    rows.forEach(row -> settled.add(row.getUUID("settled_id")));
    results.stream()
        .filter(result -> !settled.contains(result.envelopeId()))
        .forEach(
            late ->
                LOG.warnf(
                    "envelope %s was %s after its claim had ended: it may come twice",
                    late.envelopeId(), late.envelopeState()));
  }

  private static Tuple batch(List<Settlement> results) {
    return Tuple.tuple()
        .addValue(Columns.uuids(results, Settlement::envelopeId))
        .addValue(Columns.uuids(results, Settlement::claimToken))
        .addValue(Columns.texts(results, Settlement::envelopeState))
        .addValue(Columns.texts(results, Settlement::touchState))
        .addValue(Columns.texts(results, Settlement::reason))
        .addValue(Columns.instants(results, Settlement::sentAt))
        .addValue(Columns.instants(results, Settlement::retryAt))
        .addValue(Columns.dates(results, Settlement::retryOn))
        .addValue(Columns.instants(results, Settlement::resendAt))
        .addValue(Columns.integers(results, Settlement::attempts))
        .addValue(Columns.booleans(results, Settlement::tried));
  }
}
