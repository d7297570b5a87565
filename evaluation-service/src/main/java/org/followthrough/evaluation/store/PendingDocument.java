package org.followthrough.evaluation.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.outbox.PendingEvent;

/** A pending event as it waits in its aggregate's document. */
final class PendingDocument {

  static final String FIELD = "pending";
  static final String SINCE = "pendingSince";
  static final String EVENT_ID = "eventId";

  private PendingDocument() {}

  static List<Document> of(List<PendingEvent> events) {
    return events.stream().map(PendingDocument::of).toList();
  }

  private static Document of(PendingEvent pending) {
    EventEnvelope event = pending.event();
    return new Document(EVENT_ID, event.id().toString())
        .append("topic", pending.topic())
        .append("source", event.source())
        .append("type", event.type())
        .append("subject", event.subject())
        .append("time", event.time().toString())
        .append("organizationId", event.organizationId().toString())
        .append("correlationId", event.correlationId().toString())
        .append("causationId", event.causationId() == null ? null : event.causationId().toString())
        .append("aggregateVersion", event.aggregateVersion())
        .append("traceparent", event.traceparent())
        .append("data", event.data() == null ? null : new String(event.data(), UTF_8));
  }

  static PendingEvent read(Document pending) {
    String causation = pending.getString("causationId");
    String data = pending.getString("data");
    return new PendingEvent(
        pending.getString("topic"),
        new EventEnvelope(
            UUID.fromString(pending.getString(EVENT_ID)),
            pending.getString("source"),
            pending.getString("type"),
            pending.getString("subject"),
            Instant.parse(pending.getString("time")),
            UUID.fromString(pending.getString("organizationId")),
            UUID.fromString(pending.getString("correlationId")),
            causation == null ? null : UUID.fromString(causation),
            pending.get("aggregateVersion", Number.class).longValue(),
            pending.getString("traceparent"),
            data == null ? null : data.getBytes(UTF_8)));
  }
}
