package org.followthrough.kit.testing.contract;

import org.followthrough.kit.auth.ApiKey;
import org.followthrough.kit.auth.ApiKeys;
import org.followthrough.kit.testing.InMemoryApiKeys;

class InMemoryApiKeysTest implements ApiKeysContract {
  private final InMemoryApiKeys keys = new InMemoryApiKeys();

  @Override
  public ApiKeys keys() {
    return keys;
  }

  @Override
  public void publish(ApiKey key) {
    keys.put(key);
  }

  @Override
  public void remove(String keyId) {
    keys.remove(keyId);
  }
}
