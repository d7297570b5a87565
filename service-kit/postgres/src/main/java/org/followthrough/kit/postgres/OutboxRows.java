package org.followthrough.kit.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.outbox.PendingEvent;

/** Pending events as rows of {@code outbox_messages}, and back. */
final class OutboxRows {

  static final int BUCKETS = 16;

  /** In the order in which {@link #arrays} gives them and {@link #event} reads them. */
  static final String COLUMNS =
      "bucket, topic, event_id, source, type, subject, occurred_at, organization_id,"
          + " correlation_id, causation_id, aggregate_version, traceparent, data";

  private OutboxRows() {}

  /** One array for each column. */
  static Tuple arrays(List<PendingEvent> events) {
    return Tuple.tuple()
        .addArrayOfShort(column(events, OutboxRows::bucket, Short[]::new))
        .addArrayOfString(column(events, PendingEvent::topic, String[]::new))
        .addArrayOfUUID(column(events, it -> it.event().id(), UUID[]::new))
        .addArrayOfString(column(events, it -> it.event().source(), String[]::new))
        .addArrayOfString(column(events, it -> it.event().type(), String[]::new))
        .addArrayOfString(column(events, it -> it.event().subject(), String[]::new))
        .addArrayOfOffsetDateTime(
            column(events, it -> it.event().time().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
        .addArrayOfUUID(column(events, it -> it.event().organizationId(), UUID[]::new))
        .addArrayOfUUID(column(events, it -> it.event().correlationId(), UUID[]::new))
        .addArrayOfUUID(column(events, it -> it.event().causationId(), UUID[]::new))
        .addArrayOfLong(column(events, it -> it.event().aggregateVersion(), Long[]::new))
        .addArrayOfString(column(events, it -> it.event().traceparent(), String[]::new))
        .addArrayOfString(column(events, OutboxRows::data, String[]::new));
  }

  private static <T> T[] column(
      List<PendingEvent> events, Function<PendingEvent, T> value, IntFunction<T[]> array) {
    return events.stream().map(value).toArray(array);
  }

  /** One object for each row, with the columns' names. */
  static String json(List<PendingEvent> events) {
    ArrayNode array = EventJson.mapper().createArrayNode();
    events.forEach(pending -> write(array.addObject(), pending));
    return array.toString();
  }

  private static void write(ObjectNode row, PendingEvent pending) {
    EventEnvelope event = pending.event();
    row.put("bucket", bucket(pending))
        .put("topic", pending.topic())
        .put("event_id", event.id().toString())
        .put("source", event.source())
        .put("type", event.type())
        .put("subject", event.subject())
        .put("occurred_at", event.time().toString())
        .put("organization_id", event.organizationId().toString())
        .put("correlation_id", event.correlationId().toString())
        .put("causation_id", event.causationId() == null ? null : event.causationId().toString())
        .put("aggregate_version", event.aggregateVersion())
        .put("traceparent", event.traceparent())
        .put("data", data(pending));
  }

  /** Reads a row whose columns from the given one on are {@link #COLUMNS}. */
  static PendingEvent event(Row row, int bucket) {
    return new PendingEvent(
        row.getString(bucket + 1),
        new EventEnvelope(
            row.getUUID(bucket + 2),
            row.getString(bucket + 3),
            row.getString(bucket + 4),
            row.getString(bucket + 5),
            row.getOffsetDateTime(bucket + 6).toInstant(),
            row.getUUID(bucket + 7),
            row.getUUID(bucket + 8),
            row.getUUID(bucket + 9),
            row.getLong(bucket + 10),
            row.getString(bucket + 11),
            bytes(row.getString(bucket + 12))));
  }

  private static short bucket(PendingEvent pending) {
    return (short) Math.floorMod(pending.event().subject().hashCode(), BUCKETS);
  }

  private static String data(PendingEvent pending) {
    byte[] data = pending.event().data();
    return data == null ? null : new String(data, UTF_8);
  }

  private static byte[] bytes(String data) {
    return data == null ? null : data.getBytes(UTF_8);
  }
}
