package org.followthrough.kit.auth;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.followthrough.kit.consumer.CompactedTopic;
import org.followthrough.kit.event.EventJson;

/** The keys of all organizations, read from the compacted topic enrollment-service publishes. */
@Singleton
@DefaultBean
class TopicApiKeys implements ApiKeys {

  static final String TOPIC = "enrollment.apikeys.v1";

  private final CompactedTopic<ApiKey> keys;

  private final Instance<ApiKeys> chosen;

  TopicApiKeys(
      Instance<ApiKeys> chosen,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.chosen = chosen;
    this.keys =
        new CompactedTopic<>(
            bootstrapServers, TOPIC, record -> EventJson.read(record.value(), ApiKey.class));
  }

  void start(@Observes StartupEvent event) {
    // An observer runs even where a service has put another bean in this one's place.
    if (chosen.get() == this) {
      keys.start();
    }
  }

  @PreDestroy
  void stop() {
    keys.close();
  }

  @Override
  public Optional<ApiKey> byId(String keyId) {
    return keys.get(keyId);
  }

  @Override
  public boolean ready() {
    return keys.caughtUp();
  }
}
