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

/**
 * All keys in memory. What this instance issues or revokes is known here at once, what another
 * instance does within seconds.
 */
@Singleton
class KeyDirectory implements ApiKeys {

  private final ApiKeyRepository repository;
  private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();

  KeyDirectory(ApiKeyRepository repository) {
    this.repository = repository;
  }

  @Override
  public Optional<ApiKey> byId(String keyId) {
    return Optional.ofNullable(keys.get(keyId));
  }

  void learn(StoredApiKey key) {
    keys.put(key.keyId(), key.published());
  }

  @Scheduled(every = "5s", delayed = "5s", identity = "api-keys")
  Uni<Void> refresh() {
    return Panache.withSession(repository::listAll).invoke(this::learn).replaceWithVoid();
  }

  private void learn(List<StoredApiKey> stored) {
    stored.forEach(this::learn);
  }
}
