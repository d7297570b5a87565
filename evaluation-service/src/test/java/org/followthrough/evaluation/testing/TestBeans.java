package org.followthrough.evaluation.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.followthrough.kit.auth.ApiKey;
import org.followthrough.kit.auth.ApiKeys;
import org.followthrough.kit.testing.SettableClock;

/** The clock stands still, and four API keys are known. */
public final class TestBeans {

  public static final Instant NOW = Instant.parse("2027-05-03T08:00:00Z");

  public static final UUID ORGANIZATION = UUID.fromString("018f3a5e-0000-7000-8000-0000000000a1");
  public static final UUID OTHER_ORGANIZATION =
      UUID.fromString("018f3a5e-0000-7000-8000-0000000000a2");

  public static final UUID LARGE_ORGANIZATION =
      UUID.fromString("018f3a5e-0000-7000-8000-0000000000a3");

  public static final String KEY = key("aaaaaaaaaa");
  public static final String OTHER_KEY = key("bbbbbbbbbb");
  public static final String LARGE_KEY = key("dddddddddd");
  public static final String INTAKE_KEY = key("cccccccccc");

  private static final Map<String, ApiKey> KEYS =
      Map.of(
          "aaaaaaaaaa",
          apiKey("aaaaaaaaaa", ORGANIZATION, KEY, Set.of("read", "console")),
          "bbbbbbbbbb",
          apiKey("bbbbbbbbbb", OTHER_ORGANIZATION, OTHER_KEY, Set.of("read", "console")),
          "dddddddddd",
          apiKey("dddddddddd", LARGE_ORGANIZATION, LARGE_KEY, Set.of("console")),
          "cccccccccc",
          apiKey("cccccccccc", ORGANIZATION, INTAKE_KEY, Set.of("intake")));

  private TestBeans() {}

  private static String key(String id) {
    return "ft_" + id + "_" + "s".repeat(43);
  }

  private static ApiKey apiKey(String id, UUID organization, String key, Set<String> scopes) {
    return new ApiKey(id, organization, ApiKey.sha256(key), scopes, null, null);
  }

  @Singleton
  static class Producers {

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    Clock clock() {
      return new SettableClock(NOW);
    }

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    ApiKeys keys() {
      return id -> Optional.ofNullable(KEYS.get(id));
    }
  }
}
