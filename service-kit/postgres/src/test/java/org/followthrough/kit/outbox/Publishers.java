package org.followthrough.kit.outbox;

/** A publisher outside of a service. */
public final class Publishers implements AutoCloseable {
  private final KafkaEventPublisher publisher;

  public Publishers(String bootstrapServers) {
    this.publisher = new KafkaEventPublisher(bootstrapServers);
  }

  public KafkaEventPublisher publisher() {
    return publisher;
  }

  @Override
  public void close() {
    publisher.close();
  }
}
