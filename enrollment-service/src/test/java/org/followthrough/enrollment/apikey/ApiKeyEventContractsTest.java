package org.followthrough.enrollment.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;

class ApiKeyEventContractsTest {

  private static final String TYPE = "enrollment.ApiKeyIssued.v1";
  private static final Instant NOON = Instant.parse("2027-01-04T12:00:00Z");

  @Test
  void issuedAndRevokedKeyShouldMeetTheSchema() {
    String key = NewKey.random();
    StoredApiKey stored =
        new StoredApiKey(new UUID(1, 1), key, "HR system", Set.of("intake", "read"), NOON);
    EventContracts.assertValid(TYPE, stored.published());

    stored.expiringAt(NOON.plusSeconds(10)).revoke(NOON);

    EventContracts.assertValid(TYPE, stored.published());
    assertThat(stored.version()).isEqualTo(2);
  }

  @Test
  void keyShouldHaveTheAgreedForm() {
    assertThat(NewKey.random()).matches("ft_[a-z2-7]{10}_[A-Za-z0-9_-]{43}");
    assertThat(NewKey.random()).isNotEqualTo(NewKey.random());
  }
}
