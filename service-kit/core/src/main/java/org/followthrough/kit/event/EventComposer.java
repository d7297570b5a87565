package org.followthrough.kit.event;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Composes envelopes of this service: UUIDv7 id, time by the service clock, own source. */
@ApplicationScoped
public class EventComposer {

  private final Clock clock;
  private final String source;

  public EventComposer(
      Clock clock, @ConfigProperty(name = "quarkus.application.name") String application) {
    this.clock = clock;
    this.source = "/" + application;
  }

  /**
   * An event that starts a chain of its own; it carries the {@link TraceContext} of the request.
   *
   * @param payload a record that {@link EventJson} can write; null makes a tombstone
   */
  public EventEnvelope compose(
      String type, UUID aggregateId, long aggregateVersion, UUID organizationId, Object payload) {
    return compose(type, aggregateId.toString(), aggregateVersion, organizationId, payload);
  }

  /**
   * The same for an aggregate whose id is no UUID, such as an API key.
   *
   * @param subject the aggregate's id; also the Kafka key
   */
  public EventEnvelope compose(
      String type, String subject, long aggregateVersion, UUID organizationId, Object payload) {
    UUID id = newId();
    return envelope(
        id,
        type,
        subject,
        aggregateVersion,
        organizationId,
        id,
        null,
        TraceContext.current().orElse(null),
        payload);
  }

  /** An event caused by another one: it keeps that one's correlation id and trace context. */
  public EventEnvelope composeFrom(
      EventEnvelope cause, String type, UUID aggregateId, long aggregateVersion, Object payload) {
    return envelope(
        newId(),
        type,
        aggregateId.toString(),
        aggregateVersion,
        cause.organizationId(),
        cause.correlationId(),
        cause.id(),
        cause.traceparent(),
        payload);
  }

  /** A new time-ordered id (UUIDv7, RFC 9562 section 5.7), by the wall clock of the machine. */
  public static UUID newId() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  private EventEnvelope envelope(
      UUID id,
      String type,
      String subject,
      long version,
      UUID organizationId,
      UUID correlationId,
      UUID causationId,
      String traceparent,
      Object payload) {
    return new EventEnvelope(
        id,
        source,
        type,
        subject,
        // No store keeps more of it; an event reads the same however it came.
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        organizationId,
        correlationId,
        causationId,
        version,
        traceparent,
        payload == null ? null : EventJson.write(payload));
  }
}
