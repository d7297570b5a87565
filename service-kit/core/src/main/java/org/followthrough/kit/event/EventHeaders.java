package org.followthrough.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Maps an envelope to and from a Kafka record, by the CloudEvents Kafka protocol binding 1.0.2,
 * section 3.2 (binary content mode): attributes are headers with the prefix {@code ce_}.
 */
public final class EventHeaders {

  private static final String TRACEPARENT = "traceparent";

  private EventHeaders() {}

  /** The record to publish; its key is the envelope's subject. */
  public static ProducerRecord<String, byte[]> toRecord(String topic, EventEnvelope event) {
    var result = new ProducerRecord<>(topic, event.subject(), event.data());
    Headers headers = result.headers();
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", event.id().toString());
    put(headers, "ce_source", event.source());
    put(headers, "ce_type", event.type());
    put(headers, "ce_subject", event.subject());
    put(headers, "ce_time", event.time().toString());
    put(headers, "content-type", "application/json");
    put(headers, "ce_organizationid", event.organizationId().toString());
    put(headers, "ce_correlationid", event.correlationId().toString());
    put(headers, "ce_aggregateversion", Long.toString(event.aggregateVersion()));
    if (event.causationId() != null) {
      put(headers, "ce_causationid", event.causationId().toString());
    }
    if (event.traceparent() != null) {
      put(headers, TRACEPARENT, event.traceparent());
    }
    return result;
  }

  /**
   * Reads the envelope of a consumed record.
   *
   * @throws UnreadableEventException naming the header that is missing or malformed
   */
  public static EventEnvelope fromRecord(ConsumerRecord<String, byte[]> record) {
    Headers headers = record.headers();
    try {
      return new EventEnvelope(
          UUID.fromString(required(headers, "ce_id")),
          required(headers, "ce_source"),
          required(headers, "ce_type"),
          required(headers, "ce_subject"),
          Instant.parse(required(headers, "ce_time")),
          UUID.fromString(required(headers, "ce_organizationid")),
          UUID.fromString(required(headers, "ce_correlationid")),
          uuidOrNull(optional(headers, "ce_causationid")),
          Long.parseLong(required(headers, "ce_aggregateversion")),
          optional(headers, TRACEPARENT),
          record.value());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnreadableEventException("malformed CloudEvents header", e);
    }
  }

  private static UUID uuidOrNull(String text) {
    return text == null ? null : UUID.fromString(text);
  }

  private static String required(Headers headers, String name) {
    String value = optional(headers, name);
    if (value == null || value.isEmpty()) {
      throw new UnreadableEventException("header " + name + " is missing", null);
    }
    return value;
  }

  private static String optional(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
