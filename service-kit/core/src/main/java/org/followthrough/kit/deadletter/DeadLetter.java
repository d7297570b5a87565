package org.followthrough.kit.deadletter;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that could not be applied.
 *
 * @param id {@code topic-partition-offset}: the same record always has the same id
 * @param channel the consumer that could not apply it
 * @param reason why, without any part of the payload
 * @param buriedAt by the service clock
 * @param record the bytes, key and headers as they came
 */
public record DeadLetter(
    String id,
    String channel,
    String reason,
    Instant buriedAt,
    ConsumerRecord<String, byte[]> record) {}
