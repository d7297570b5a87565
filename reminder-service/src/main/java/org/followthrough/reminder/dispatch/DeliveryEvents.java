package org.followthrough.reminder.dispatch;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.outbox.PendingEvent;

/** Tells what became of touches, on {@code reminder.deliveries.v1}. */
@Singleton
class DeliveryEvents {

  static final String TOPIC = "reminder.deliveries.v1";
  static final String SENT = "reminder.TouchSent.v1";
  static final String FAILED = "reminder.TouchFailed.v1";
  static final String SUPPRESSED = "reminder.TouchSuppressed.v1";

  /** What an update of touches returns, for an event about each. */
  static final String RETURNED =
      " t.touch_id, t.organization_id, t.enrollment_id, t.learner_id, t.course_id, t.recipient_id,"
          + " t.step, t.occurrence, t.audience, t.state, t.reason, t.message_id, t.sent_at,"
          + " nextval('delivery_versions') AS version ";

  record TouchSent(
      UUID touchId,
      UUID enrollmentId,
      UUID personId,
      UUID courseId,
      UUID recipientId,
      String step,
      int occurrence,
      String audience,
      String messageId,
      Instant sentAt) {}

  record TouchFailed(
      UUID touchId,
      UUID enrollmentId,
      UUID personId,
      UUID courseId,
      UUID recipientId,
      String step,
      int occurrence,
      String audience,
      String reason,
      Instant failedAt) {}

  record TouchSuppressed(
      UUID touchId,
      UUID enrollmentId,
      UUID personId,
      UUID courseId,
      UUID recipientId,
      String step,
      int occurrence,
      String audience,
      String reason,
      Instant suppressedAt) {}

  private final EventComposer composer;
  private final Clock clock;

  DeliveryEvents(EventComposer composer, Clock clock) {
    this.composer = composer;
    this.clock = clock;
  }

  /** One event per touch that came to an end; what waits or is in doubt has none yet. */
  List<PendingEvent> of(RowSet<Row> touches) {
    List<PendingEvent> events = new ArrayList<>(touches.size());
    for (Row row : touches) {
      switch (row.getString("state")) {
        case "ACCEPTED" -> events.add(event(row, SENT, sent(row)));
        case "FAILED" -> events.add(event(row, FAILED, failed(row)));
        case "SUPPRESSED", "EXPIRED" -> events.add(event(row, SUPPRESSED, suppressed(row)));
        default -> {}
      }
    }
    return events;
  }

  private PendingEvent event(Row row, String type, Object payload) {
    return new PendingEvent(
        TOPIC,
        composer.compose(
            type,
            row.getUUID("enrollment_id"),
            row.getLong("version"),
            row.getUUID("organization_id"),
            payload));
  }

  private static TouchSent sent(Row row) {
    return new TouchSent(
        row.getUUID("touch_id"),
        row.getUUID("enrollment_id"),
        row.getUUID("learner_id"),
        row.getUUID("course_id"),
        row.getUUID("recipient_id"),
        row.getString("step"),
        row.getInteger("occurrence"),
        row.getString("audience"),
        row.getString("message_id"),
        row.getOffsetDateTime("sent_at").toInstant());
  }

  private TouchFailed failed(Row row) {
    return new TouchFailed(
        row.getUUID("touch_id"),
        row.getUUID("enrollment_id"),
        row.getUUID("learner_id"),
        row.getUUID("course_id"),
        row.getUUID("recipient_id"),
        row.getString("step"),
        row.getInteger("occurrence"),
        row.getString("audience"),
        row.getString("reason"),
        clock.instant());
  }

  private TouchSuppressed suppressed(Row row) {
    return new TouchSuppressed(
        row.getUUID("touch_id"),
        row.getUUID("enrollment_id"),
        row.getUUID("learner_id"),
        row.getUUID("course_id"),
        row.getUUID("recipient_id"),
        row.getString("step"),
        row.getInteger("occurrence"),
        row.getString("audience"),
        row.getString("reason"),
        clock.instant());
  }
}
