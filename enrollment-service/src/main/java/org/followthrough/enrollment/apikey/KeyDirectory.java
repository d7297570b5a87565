package org.followthrough.enrollment.apikey;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.followthrough.kit.auth.ApiKey;
import org.followthrough.kit.auth.ApiKeys;
import org.jboss.logging.Logger;

/**
 * All keys in memory. What this instance issues or revokes is known here at once, what another
 * instance does within seconds.
 */
@Singleton
class KeyDirectory implements ApiKeys {

  private static final Logger LOG = Logger.getLogger(KeyDirectory.class);

  private record Known(ApiKey key, long version) {
    Known orNewer(Known other) {
      return other.version > version ? other : this;
    }
  }

  private final ApiKeyRepository repository;
  private final Map<String, Known> keys = new ConcurrentHashMap<>();

  KeyDirectory(ApiKeyRepository repository) {
    this.repository = repository;
  }

  @Override
  public Optional<ApiKey> byId(String keyId) {
    return Optional.ofNullable(keys.get(keyId)).map(Known::key);
  }

  // What a refresh read before a key was revoked may arrive after it.
  void learn(StoredApiKey key) {
    keys.merge(key.keyId(), new Known(key.published(), key.version()), Known::orNewer);
  }

  Uni<Void> refresh() {
    return Panache.withSession(repository::listAll).invoke(this::learn).replaceWithVoid();
  }

  // What is known stays known while the database is away.
  @Scheduled(every = "5s", delayed = "5s", identity = "api-keys")
  Uni<Void> follow() {
    return refresh()
        .onFailure()
        .invoke(fault -> LOG.warnf("API keys wait: %s", fault.getClass().getName()))
        .onFailure()
        .recoverWithNull();
  }

  private void learn(List<StoredApiKey> stored) {
    stored.forEach(this::learn);
  }
}
