package org.followthrough.reminder.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.reminder.calendar.TimeZones;
import org.followthrough.reminder.envelope.StoredMime;
import org.followthrough.reminder.mail.MailAddress;
import org.followthrough.reminder.mail.MailSettings;
import org.followthrough.reminder.mail.OutgoingMail;
import org.jboss.logging.Logger;

/** Mails whose fate is open: found after a crash, and sent once more where their kind wants it. */
@Singleton
class Resends {

  private static final Logger LOG = Logger.getLogger(Resends.class);

  private static final String RECOVER =
      """
      WITH lost AS (
        UPDATE envelopes
           SET state = 'IN_DOUBT', reason = 'interrupted', claim_token = NULL, lease_until = NULL,
               resend_at = CASE WHEN resendable AND attempts = 1 AND stale_after > $1 THEN $1 END,
               mime = CASE WHEN resendable AND attempts = 1 AND stale_after > $1 THEN mime END,
               mail_to = CASE WHEN resendable AND attempts = 1 AND stale_after > $1 THEN mail_to END,
               updated_at = now()
         WHERE envelope_id IN (
                 SELECT envelope_id FROM envelopes
                  WHERE state = 'TRANSMITTING' AND lease_until < now()
                  ORDER BY envelope_id FOR UPDATE SKIP LOCKED)
        RETURNING envelope_id, recipient_id)
      UPDATE touches t
         SET state = 'IN_DOUBT', reason = 'interrupted', claim_token = NULL, updated_at = now()
        FROM lost
       WHERE t.recipient_id = lost.recipient_id AND t.envelope_id = lost.envelope_id
         AND t.state IN ('TRANSMITTING', 'IN_DOUBT')
      """;

  // Not to somebody who left, has another address now, does not manage all of them any more, or
  // has unsubscribed since.
  private static final String DUE =
      """
      SELECT e.envelope_id, e.mail_to, e.mime, e.mime_sha256, p.time_zone, p.email,
             e.stale_after > $1 AND NOT p.gone AND NOT EXISTS (
               SELECT 1 FROM touches t LEFT JOIN people l ON l.person_id = t.learner_id
                WHERE t.recipient_id = e.recipient_id AND t.envelope_id = e.envelope_id
                  AND (l.person_id IS NULL OR l.gone
                       OR t.audience = 'manager' AND l.manager_id IS DISTINCT FROM e.recipient_id
                       OR (t.audience = 'learner' OR t.occurrence > 0) AND EXISTS (
                            SELECT 1 FROM unsubscriptions u
                             WHERE u.person_id = e.recipient_id AND u.category = t.category)))
             AS wanted
        FROM envelopes e JOIN people p ON p.person_id = e.recipient_id
       WHERE e.resend_at <= $1 AND e.mime IS NOT NULL
       ORDER BY e.resend_at LIMIT $2 FOR UPDATE OF e SKIP LOCKED
      """;

  private static final String DECIDE =
      """
      UPDATE envelopes e
         SET state = CASE d.action WHEN 'send' THEN 'TRANSMITTING' ELSE e.state END,
             resend_at = d.later,
             attempts = CASE d.action WHEN 'send' THEN 2 ELSE e.attempts END,
             mime = CASE d.action WHEN 'hold' THEN NULL ELSE e.mime END,
             mail_to = CASE d.action WHEN 'hold' THEN NULL ELSE e.mail_to END,
             claim_token = CASE d.action WHEN 'send' THEN $4::uuid END,
             lease_until = CASE d.action WHEN 'send' THEN now() + $5::bigint * interval '1 millisecond' END,
             updated_at = now()
        FROM unnest($1::uuid[], $2::text[], $3::timestamptz[]) AS d(envelope_id, action, later)
       WHERE e.envelope_id = d.envelope_id
      """;

  private record Choice(UUID envelopeId, String action, Instant later, Handover mail) {}

  private final Pool pool;
  private final MailSettings settings;

  Resends(Pool pool, MailSettings settings) {
    this.pool = pool;
    this.settings = settings;
  }

  /** Marks what a crashed instance was sending as in doubt. */
  Uni<Integer> recover(Instant now) {
    return pool.preparedQuery(RECOVER)
        .execute(Tuple.of(TouchClaims.utc(now)))
        .map(RowSet::rowCount);
  }

  /** Claims mails that are to be sent once more. */
  Uni<List<Handover>> claim(Instant now, int limit, UUID token, Duration lease, long latestStart) {
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(DUE)
                .execute(Tuple.of(TouchClaims.utc(now), limit))
                .map(rows -> choices(rows, now, token, latestStart))
                .chain(choices -> decide(tx, choices, token, lease)));
  }

  private List<Choice> choices(RowSet<Row> rows, Instant now, UUID token, long latestStart) {
    List<Choice> choices = new ArrayList<>();
    rows.forEach(row -> choices.add(choice(row, now, token, latestStart)));
    return choices;
  }

  private Choice choice(Row row, Instant now, UUID token, long latestStart) {
    UUID id = row.getUUID("envelope_id");
    if (!isWanted(row)) {
      return new Choice(id, "hold", null, null);
    }
    ZoneId zone = TimeZones.of(row.getString("time_zone"));
    ZonedDateTime there = now.atZone(zone);
    ZonedDateTime open = SendWindow.onOrAfter(there, false);
    if (open.isAfter(there)) {
      return new Choice(id, "wait", open.toInstant(), null);
    }
    return mime(row)
        .map(
            mime ->
                new OutgoingMail(id, settings.from(), row.getString("mail_to"), mime, latestStart))
        .map(mail -> new Handover(mail, new InFlight(token, id, now, zone, 0, true, true)))
        .map(mail -> new Choice(id, "send", null, mail))
        .orElseGet(() -> new Choice(id, "hold", null, null));
  }

  /** Addresses are compared in the form that goes over the wire, in which the mail's is kept. */
  private static boolean isWanted(Row row) {
    return Boolean.TRUE.equals(row.getBoolean("wanted"))
        && MailAddress.sendable(row.getString("email"))
            .filter(address -> address.equals(row.getString("mail_to")))
            .isPresent();
  }

  /** Empty where the bytes are not those of the hash any more: such a mail is held. */
  private static Optional<byte[]> mime(Row row) {
    try {
      return Optional.of(
          StoredMime.unpack(
              row.getBuffer("mime").getBytes(), row.getBuffer("mime_sha256").getBytes()));
    } catch (IllegalStateException e) {
      LOG.errorf("envelope %s is held: %s", row.getUUID("envelope_id"), e.getMessage());
      return Optional.empty();
    }
  }

  private static Uni<List<Handover>> decide(
      SqlConnection tx, List<Choice> choices, UUID token, Duration lease) {
    if (choices.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Tuple batch =
        Tuple.tuple()
            .addValue(Columns.uuids(choices, Choice::envelopeId))
            .addValue(Columns.texts(choices, Choice::action))
            .addValue(Columns.instants(choices, Choice::later))
            .addValue(token)
            .addValue(lease.toMillis());
    return tx.preparedQuery(DECIDE)
        .execute(batch)
        .replaceWith(choices.stream().map(Choice::mail).filter(mail -> mail != null).toList());
  }
}
