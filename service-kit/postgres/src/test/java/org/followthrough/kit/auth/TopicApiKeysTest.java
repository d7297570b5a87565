package org.followthrough.kit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.followthrough.kit.app.Topics;
import org.followthrough.kit.consumer.CompactedTopic;
import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.stack.Contracts;
import org.followthrough.kit.stack.Servers;
import org.followthrough.kit.testing.contract.ApiKeysContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicApiKeysTest implements ApiKeysContract {
  private final Servers servers = Contracts.servers();

  private CompactedTopic<ApiKey> topic;

  @BeforeEach
  void open() {
    remove("abcdefghij");
    topic = opened();
    await().atMost(LIMIT).until(topic::caughtUp);
  }

  private CompactedTopic<ApiKey> opened() {
    var opened =
        new CompactedTopic<>(
            servers.bootstrapServers(),
            TopicApiKeys.TOPIC,
            record -> EventJson.read(record.value(), ApiKey.class));
    opened.start();
    return opened;
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Override
  public ApiKeys keys() {
    return new ApiKeys() {
      @Override
      public java.util.Optional<ApiKey> byId(String keyId) {
        return topic.get(keyId);
      }

      @Override
      public boolean ready() {
        return topic.caughtUp();
      }
    };
  }

  @Override
  public void publish(ApiKey key) {
    put(key.keyId(), EventJson.write(key));
  }

  @Override
  public void remove(String keyId) {
    put(keyId, null);
  }

  private void put(String key, byte[] value) {
    Topics.publish(
        servers.bootstrapServers(), List.of(new ProducerRecord<>(TopicApiKeys.TOPIC, key, value)));
  }

  @Test
  void unreadableRecordShouldBeSkipped() {
    put("broken", new byte[] {'{'});
    publish(new ApiKey("k", java.util.UUID.randomUUID(), "00", java.util.Set.of(), null, null));

    await().atMost(LIMIT).until(() -> topic.get("k").isPresent());
    assertThat(topic.get("broken")).isEmpty();
    remove("k");
  }

  @Test
  void readingShouldGoOnAfterAnOutageOfTheBroker() {
    publish(new ApiKey("old", java.util.UUID.randomUUID(), "00", java.util.Set.of(), null, null));
    await().atMost(LIMIT).until(() -> topic.get("old").isPresent());

    servers.killKafka();
    CompactedTopic<ApiKey> startedMeanwhile = opened();
    try {
      assertThat(topic.get("old")).isPresent();
      assertThat(startedMeanwhile.caughtUp()).isFalse();
    } finally {
      servers.restartKafka();
    }
    publish(new ApiKey("new", java.util.UUID.randomUUID(), "00", java.util.Set.of(), null, null));

    await().atMost(LIMIT).until(() -> topic.get("new").isPresent());
    await().atMost(LIMIT).until(startedMeanwhile::caughtUp);
    assertThat(startedMeanwhile.get("old")).isPresent();
    startedMeanwhile.close();
  }
}
