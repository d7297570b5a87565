package org.followthrough.evaluation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.followthrough.kit.auth.ApiKey;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.LinkKeyRing;
import org.followthrough.kit.link.SignedLinks;
import org.followthrough.kit.problem.ProblemException;
import org.followthrough.kit.testing.SettableClock;
import org.junit.jupiter.api.Test;

class ConsoleSessionsTest {

  private static final String RING = "t1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  private static final Instant START = Instant.parse("2027-05-03T08:00:00Z");
  private static final UUID ORGANIZATION = UUID.randomUUID();
  private static final String KEY = "ft_abcdefghij_" + "x".repeat(43);

  private final SettableClock service = new SettableClock(START);
  private final SettableClock machine = new SettableClock(START);
  private final SignedLinks links = new SignedLinks(LinkKeyRing.parse(RING), service);
  private final Map<String, ApiKey> keys = new HashMap<>();
  private final ConsoleSessions sessions =
      new ConsoleSessions(links, RING, id -> Optional.ofNullable(keys.get(id)), service, machine);

  ConsoleSessionsTest() {
    know(Set.of("console"), null);
  }

  @Test
  void aKeyOpensASessionForItsOrganization() {
    String session = sessions.signIn(KEY).orElseThrow();

    assertThat(sessions.organizationOf(session)).contains(ORGANIZATION);
  }

  @Test
  void aSessionLastsTwelveHoursOfRealTimeHoweverFastTheServiceClockRuns() {
    String session = sessions.signIn(KEY).orElseThrow();

    service.advance(Duration.ofDays(100));
    machine.advance(Duration.ofHours(12).minusSeconds(1));
    assertThat(sessions.organizationOf(session)).isPresent();
    machine.advance(Duration.ofSeconds(1));
    assertThat(sessions.organizationOf(session)).isEmpty();
  }

  @Test
  void aSessionEndsWithItsKey() {
    String session = sessions.signIn(KEY).orElseThrow();

    know(Set.of("console"), START);
    assertThat(sessions.organizationOf(session)).as("revoked").isEmpty();
    know(Set.of("read"), null);
    assertThat(sessions.organizationOf(session)).as("scope taken away").isEmpty();
    keys.clear();
    assertThat(sessions.organizationOf(session)).as("gone").isEmpty();
  }

  @Test
  void noOtherKeyOpensASession() {
    assertThat(sessions.signIn(null)).isEmpty();
    assertThat(sessions.signIn("")).isEmpty();
    assertThat(sessions.signIn(KEY.replace("xx", "xy"))).isEmpty();
    know(Set.of("read", "intake"), null);
    assertThat(sessions.signIn(KEY)).as("no scope console").isEmpty();
  }

  @Test
  void everyChangedCharacterOfASessionIsNoticed() {
    String session = sessions.signIn(KEY).orElseThrow();
    for (int i = 0; i < session.length(); i++) {
      char other = session.charAt(i) == 'A' ? 'B' : 'A';
      String tampered = session.substring(0, i) + other + session.substring(i + 1);
      // The last character of base64 holds bits that carry nothing.
      if (i < session.length() - 1) {
        assertThat(sessions.organizationOf(tampered)).as("position %d", i).isEmpty();
      }
    }
    assertThat(sessions.organizationOf(null)).isEmpty();
    assertThat(sessions.organizationOf("")).isEmpty();
  }

  @Test
  void aLinkToTheConsoleIsNoSessionAndASessionNoLink() {
    String link = links.sign(new Link("console", ORGANIZATION, ORGANIZATION, "", later()));
    String mail = links.sign(new Link("eval", ORGANIZATION, ORGANIZATION, "", later()));

    assertThat(sessions.organizationOf(link)).isEmpty();
    assertThat(sessions.organizationOf(sessions.enter(link))).contains(ORGANIZATION);
    assertThatThrownBy(() -> sessions.enter(mail)).isInstanceOf(ProblemException.class);
    service.advance(Duration.ofDays(2));
    assertThatThrownBy(() -> sessions.enter(link))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(410));
  }

  private static Instant later() {
    return START.plus(Duration.ofHours(12));
  }

  private void know(Set<String> scopes, Instant revokedAt) {
    keys.put(
        "abcdefghij",
        new ApiKey("abcdefghij", ORGANIZATION, ApiKey.sha256(KEY), scopes, null, revokedAt));
  }
}
