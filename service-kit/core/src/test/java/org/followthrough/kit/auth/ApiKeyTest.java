package org.followthrough.kit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.followthrough.kit.event.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  private static final Instant NOW = Instant.parse("2027-01-19T15:00:00Z");
  private static final String KEY = "ft_abcdefghij_0123456789_1234567890123456789012345678_012-";

  @Test
  void livingKeyShouldAdmitItselfAlone() {
    assertThat(key(null, null).admits(KEY, NOW)).isTrue();
    assertThat(key(null, null).admits(KEY + "x", NOW)).isFalse();
    assertThat(key(null, null).admits("", NOW)).isFalse();
  }

  @Test
  void expiredOrRevokedKeyShouldNotAdmit() {
    assertThat(key(NOW, null).admits(KEY, NOW)).isFalse();
    assertThat(key(NOW.plusMillis(1), null).admits(KEY, NOW)).isTrue();
    assertThat(key(null, NOW).admits(KEY, NOW)).isFalse();
    assertThat(key(null, NOW.plusMillis(1)).admits(KEY, NOW)).isTrue();
  }

  @Test
  void keyIdShouldBeBetweenTheUnderscores() {
    assertThat(ApiKey.keyIdOf(KEY)).isEqualTo("abcdefghij");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ft", "ft_abc", "xx_abc_def", "Bearer ft_a_b", "\u0000"})
  void otherTextShouldHaveNoKeyId(String text) {
    assertThat(ApiKey.keyIdOf(text)).isNull();
    assertThat(ApiKey.keyIdOf("ft_a_" + "x".repeat(100))).isNull();
  }

  @Test
  void keyShouldTravelAsAnEvent() {
    ApiKey key = key(NOW, null);

    assertThat(EventJson.read(EventJson.write(key), ApiKey.class)).isEqualTo(key);
  }

  private static ApiKey key(Instant expiresAt, Instant revokedAt) {
    return new ApiKey(
        "abcdefghij", UUID.randomUUID(), ApiKey.sha256(KEY), Set.of("read"), expiresAt, revokedAt);
  }
}
