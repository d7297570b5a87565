package org.followthrough.kit.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.followthrough.kit.auth.ApiKey;
import org.followthrough.kit.auth.ApiKeys;
import org.junit.jupiter.api.Test;

/** What every {@link ApiKeys} guarantees. */
public interface ApiKeysContract {

  Duration LIMIT = Duration.ofSeconds(60);
  String SECRET = "ft_abcdefghij_0123456789012345678901234567890123456789012";
  Instant NOW = Instant.parse("2027-01-19T15:00:00Z");

  /** The adapter under test; it knows no key at the start of each test. */
  ApiKeys keys();

  /** Makes the key known, or known anew. */
  void publish(ApiKey key);

  /** Takes the key away. */
  void remove(String keyId);

  @Test
  default void unknownKeyShouldBeEmpty() {
    await().atMost(LIMIT).until(keys()::ready);

    assertThat(keys().byId("abcdefghij")).isEmpty();
    assertThat(keys().byId("")).isEmpty();
  }

  @Test
  default void publishedKeyShouldBeKnown() {
    ApiKey key = key(null);
    publish(key);

    await().atMost(LIMIT).untilAsserted(() -> assertThat(keys().byId("abcdefghij")).contains(key));
    assertThat(keys().byId("abcdefghij").orElseThrow().admits(SECRET, NOW)).isTrue();
    assertThat(keys().byId("abcdefghik")).isEmpty();
  }

  @Test
  default void revocationShouldTakeThePlaceOfTheKey() {
    publish(key(null));
    await().atMost(LIMIT).until(this::admitted);

    publish(key(NOW.minusSeconds(1)));

    await().atMost(LIMIT).until(() -> !admitted());
    assertThat(keys().byId("abcdefghij")).isPresent();
  }

  @Test
  default void removedKeyShouldBeUnknown() {
    publish(key(null));
    await().atMost(LIMIT).until(this::admitted);

    remove("abcdefghij");

    await().atMost(LIMIT).until(() -> keys().byId("abcdefghij").isEmpty());
  }

  private boolean admitted() {
    Optional<ApiKey> found = keys().byId("abcdefghij");
    return found.isPresent() && found.get().admits(SECRET, NOW);
  }

  private static ApiKey key(Instant revokedAt) {
    return new ApiKey(
        "abcdefghij",
        UUID.fromString("018f3a5e-7a10-7c11-9a01-0000000000aa"),
        ApiKey.sha256(SECRET),
        Set.of("read", "write"),
        null,
        revokedAt);
  }
}
