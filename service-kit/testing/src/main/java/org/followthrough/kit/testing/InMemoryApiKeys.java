package org.followthrough.kit.testing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.followthrough.kit.auth.ApiKey;
import org.followthrough.kit.auth.ApiKeys;

/**
 * API keys for tests. In a service's tests it takes the place of the topic:
 *
 * <pre>{@code
 * @Produces @Alternative @Priority(1) @Singleton
 * InMemoryApiKeys keys() { return new InMemoryApiKeys(); }
 * }</pre>
 */
public final class InMemoryApiKeys implements ApiKeys {

  private static final AtomicInteger ISSUED = new AtomicInteger();

  private final Map<String, ApiKey> known = new ConcurrentHashMap<>();

  /**
   * Makes a key that does not expire.
   *
   * @param scopes of intake, read, write, console, admin
   * @return the whole key, to be sent as {@code Authorization: Bearer <key>}
   */
  public String issue(UUID organizationId, String... scopes) {
    String keyId = letters(ISSUED.incrementAndGet());
    String key = "ft_" + keyId + "_0123456789012345678901234567890123456789012";
    put(new ApiKey(keyId, organizationId, ApiKey.sha256(key), Set.of(scopes), null, null));
    return key;
  }

  /** Makes the key known, or known anew. */
  public void put(ApiKey key) {
    known.put(key.keyId(), key);
  }

  /** Takes the key away. */
  public void remove(String keyId) {
    known.remove(keyId);
  }

  @Override
  public Optional<ApiKey> byId(String keyId) {
    return Optional.ofNullable(known.get(keyId));
  }

  private static String letters(int number) {
    StringBuilder letters = new StringBuilder("aaaaaaaaaa");
    int rest = number;
    for (int i = 9; i >= 0 && rest > 0; i--) {
      letters.setCharAt(i, (char) ('a' + rest % 26));
      rest /= 26;
    }
    return letters.toString();
  }
}
