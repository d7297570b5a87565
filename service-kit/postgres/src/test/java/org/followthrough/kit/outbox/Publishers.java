package org.followthrough.kit.outbox;

import java.time.Duration;

/** A publisher outside of a service. */
public final class Publishers implements AutoCloseable {
  private final KafkaEventPublisher publisher;

  public Publishers(String bootstrapServers) {
    this.publisher = new KafkaEventPublisher(bootstrapServers);
  }

  /** One that does not wait so long for a broker that is gone. */
  Publishers(String bootstrapServers, Duration answer) {
    this.publisher = new KafkaEventPublisher(bootstrapServers, answer);
  }

  public KafkaEventPublisher publisher() {
    return publisher;
  }

  @Override
  public void close() {
    publisher.close();
  }
}
