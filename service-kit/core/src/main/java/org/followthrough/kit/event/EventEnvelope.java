package org.followthrough.kit.event;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One event with its CloudEvents 1.0 attributes, as it travels on Kafka in binary content mode.
 *
 * @param id UUIDv7, unique for good; the key of every idempotent effect
 * @param source the publishing service, e.g. {@code /enrollment-service}
 * @param type a constant such as {@code enrollment.CourseCompleted.v1}, never a class name
 * @param subject the aggregate's id; also the Kafka key, so that one aggregate keeps its order
 * @param time when it happened by the service clock
 * @param organizationId the tenant it belongs to (extension {@code organizationid})
 * @param correlationId what started the chain of events (extension {@code correlationid})
 * @param causationId the event that directly caused this one, or null (extension {@code
 *     causationid})
 * @param aggregateVersion grows by at least one with each event of the aggregate; consumers ignore
 *     what is not newer (extension {@code aggregateversion})
 * @param traceparent W3C trace context to go on with, or null
 * @param data UTF-8 JSON; null makes the record a tombstone on a compacted topic
 */
public record EventEnvelope(
    UUID id,
    String source,
    String type,
    String subject,
    Instant time,
    UUID organizationId,
    UUID correlationId,
    UUID causationId,
    long aggregateVersion,
    String traceparent,
    byte[] data) {

  public EventEnvelope {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(organizationId, "organizationId");
    Objects.requireNonNull(correlationId, "correlationId");
  }

  /**
   * The same event as part of another trace.
   *
   * @param context W3C trace context of the work that led to it, or null for none
   */
  public EventEnvelope tracedBy(String context) {
    return new EventEnvelope(
        id,
        source,
        type,
        subject,
        time,
        organizationId,
        correlationId,
        causationId,
        aggregateVersion,
        context,
        data);
  }

  public boolean isTombstone() {
    return data == null;
  }
}
