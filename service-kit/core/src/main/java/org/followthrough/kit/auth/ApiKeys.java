package org.followthrough.kit.auth;

import java.util.Optional;

/** Where presented keys are looked up; must not block, it is asked on the event loop. */
public interface ApiKeys {
  Optional<ApiKey> byId(String keyId);
}
