package org.followthrough.kit.auth;

import java.util.Optional;

/** Where presented keys are looked up. Guarantees of every adapter: ApiKeysContract. */
public interface ApiKeys {

  /**
   * What is known of a key; empty where the id is unknown. Must not block: it is asked on the event
   * loop. Whether the key still lives is the caller's check, {@link ApiKey#admits}.
   */
  Optional<ApiKey> byId(String keyId);

  /**
   * Whether all keys that were issued before the start are known. Until then the service is not
   * ready, lest a good key be refused.
   */
  default boolean ready() {
    return true;
  }
}
