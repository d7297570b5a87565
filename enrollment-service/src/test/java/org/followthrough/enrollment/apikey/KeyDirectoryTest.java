package org.followthrough.enrollment.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.followthrough.kit.auth.ApiKey;
import org.junit.jupiter.api.Test;

class KeyDirectoryTest {

  private static final Instant NOW = Instant.parse("2027-01-04T09:00:00Z");
  private static final UUID ORGANIZATION = new UUID(0, 1);

  private final KeyDirectory directory = new KeyDirectory(null);
  private final String secret = NewKey.random();

  private StoredApiKey key() {
    return new StoredApiKey(ORGANIZATION, secret, "HR", Set.of("read"), NOW);
  }

  private boolean isAdmitted() {
    ApiKey known = directory.byId(ApiKey.keyIdOf(secret)).orElseThrow();
    return known.admits(secret, NOW.plusSeconds(1));
  }

  @Test
  void refreshThatReadTheKeyBeforeItsRevocationShouldNotBringItBack() {
    StoredApiKey readBefore = key();
    StoredApiKey revoked = key();
    revoked.revoke(NOW);
    directory.learn(readBefore);
    assertThat(isAdmitted()).isTrue();

    directory.learn(revoked);
    directory.learn(readBefore);

    assertThat(isAdmitted()).isFalse();
  }
}
