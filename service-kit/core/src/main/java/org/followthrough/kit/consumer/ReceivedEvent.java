package org.followthrough.kit.consumer;

import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.event.EventHeaders;
import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.event.UnreadableEventException;

/**
 * An event as it came from a topic, readable.
 *
 * @param topic where it came from
 * @param envelope with the payload's bytes as they came
 */
public record ReceivedEvent(String topic, EventEnvelope envelope) {

  static ReceivedEvent of(ConsumerRecord<String, byte[]> record) {
    return new ReceivedEvent(record.topic(), EventHeaders.fromRecord(record));
  }

  public String type() {
    return envelope.type();
  }

  public UUID id() {
    return envelope.id();
  }

  public UUID organizationId() {
    return envelope.organizationId();
  }

  /**
   * The aggregate's id.
   *
   * @throws UnreadableEventException if it is no UUID
   */
  public UUID subject() {
    try {
      return UUID.fromString(envelope.subject());
    } catch (IllegalArgumentException e) {
      // The cause quotes the subject, which may be anything.
      throw new UnreadableEventException("subject is not a UUID", null);
    }
  }

  public long version() {
    return envelope.aggregateVersion();
  }

  public boolean isTombstone() {
    return envelope.isTombstone();
  }

  /**
   * The payload.
   *
   * @throws UnreadableEventException if it is not of that shape
   */
  public <T> T payload(Class<T> type) {
    return EventJson.read(envelope.data(), type);
  }
}
