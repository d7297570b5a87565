package org.followthrough.reminder;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.followthrough.kit.auth.ApiKey;
import org.followthrough.kit.auth.ApiKeys;

/** API keys of the organizations that tests make up. */
@Singleton
@Alternative
@Priority(1)
public class TestKeys implements ApiKeys {

  private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();

  /** A key that may do this in that organization. */
  public String of(UUID organizationId, String... scopes) {
    String key = "ft_test" + keys.size() + "_" + "s".repeat(43);
    String id = ApiKey.keyIdOf(key);
    keys.put(id, new ApiKey(id, organizationId, ApiKey.sha256(key), Set.of(scopes), null, null));
    return key;
  }

  @Override
  public Optional<ApiKey> byId(String keyId) {
    return Optional.ofNullable(keys.get(keyId));
  }
}
