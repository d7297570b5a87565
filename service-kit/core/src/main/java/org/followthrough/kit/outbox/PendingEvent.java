package org.followthrough.kit.outbox;

import org.followthrough.kit.event.EventEnvelope;

/**
 * An event that is committed and not yet known to be on its topic.
 *
 * @param topic where it goes; its key is the envelope's subject
 */
public record PendingEvent(String topic, EventEnvelope event) {}
