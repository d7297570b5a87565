package org.followthrough.kit.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignedLinksTest {
  private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
  private static final String FIRST = "a1:" + secret(1);
  private static final String SECOND = "b2:" + secret(2);
  private static final UUID SUBJECT = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000004");
  private static final UUID RECIPIENT = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000001");
  private static final Link LINK = link("talk", "before", NOW.plusSeconds(60));

  private final SignedLinks links = links(FIRST, NOW);
  private final String token = links.sign(LINK);

  @Test
  void validLinkShouldComeBack() {
    assertThat(links.verify(token, "talk")).isEqualTo(new LinkVerdict.Valid(LINK));
  }

  @ParameterizedTest
  @MethodSource("options")
  void everyOptionShouldComeBack(String option) {
    Link link = link("q", option, NOW.plusSeconds(1));

    assertThat(links.verify(links.sign(link), "q")).isEqualTo(new LinkVerdict.Valid(link));
  }

  static Stream<String> options() {
    return Stream.of("", "A", "m12-manager", "x".repeat(31));
  }

  @Test
  void otherPurposeShouldBeUnknown() {
    for (String purpose : new String[] {"plan", "tal", "talkx", "Talk", "", "q"}) {
      assertThat(links.verify(token, purpose)).isEqualTo(new LinkVerdict.Unknown());
    }
  }

  @Test
  void linkShouldExpireAtItsSecond() {
    assertThat(links(FIRST, NOW.plusSeconds(59)).verify(token, "talk"))
        .isInstanceOf(LinkVerdict.Valid.class);
    assertThat(links(FIRST, NOW.plusSeconds(60)).verify(token, "talk"))
        .isEqualTo(new LinkVerdict.Expired());
  }

  @Test
  void rotationShouldKeepOldLinksUntilTheirKeyIsRetired() {
    SignedLinks rotated = links(SECOND + "," + FIRST, NOW);
    assertThat(rotated.verify(token, "talk")).isEqualTo(new LinkVerdict.Valid(LINK));
    assertThat(rotated.sign(LINK)).startsWith("v1.b2.");

    SignedLinks retired = links(SECOND + ",a1:retired", NOW);
    assertThat(retired.verify(token, "talk")).isEqualTo(new LinkVerdict.Expired());

    SignedLinks forgotten = links(SECOND, NOW);
    assertThat(forgotten.verify(token, "talk")).isEqualTo(new LinkVerdict.Unknown());
  }

  @Test
  void keyIdThatIsSwappedShouldBeUnknown() {
    SignedLinks both = links(FIRST + "," + SECOND, NOW);

    assertThat(both.verify(token.replace("v1.a1.", "v1.b2."), "talk"))
        .isEqualTo(new LinkVerdict.Unknown());
  }

  @ParameterizedTest
  @MethodSource("mangled")
  void mangledTokenShouldBeUnknown(String mangled) {
    assertThat(links.verify(mangled, "talk")).isEqualTo(new LinkVerdict.Unknown());
  }

  static Stream<String> mangled() {
    String good = links(FIRST, NOW).sign(LINK);
    String mac = good.substring(good.lastIndexOf('.') + 1);
    Stream<String> truncated = IntStream.range(0, good.length()).mapToObj(good::substring);
    Stream<String> cut = IntStream.range(0, good.length()).mapToObj(n -> good.substring(0, n));
    Stream<String> others =
        Stream.of(
            good + ".",
            good + "=",
            good + "==",
            good + "=3D",
            good + "\u0000",
            good + " ",
            " " + good,
            good + "\n",
            good.replace(".", "=2E"),
            good.replace(".", "%2E"),
            good.replace("v1.", "v=31."),
            good.toUpperCase(Locale.ROOT),
            good.toLowerCase(Locale.ROOT),
            URLEncoder.encode(good.replace(".", "%2E"), UTF_8),
            good + good,
            "x".repeat(4096),
            "v1.a1." + "A".repeat(4096) + "." + mac,
            "v1.a1.." + mac,
            "v1.a1..",
            "v1.a1.AA.",
            "v1.a1.AA." + mac,
            "v1..AA." + mac,
            "v1.zz.AA." + mac,
            "v2" + good.substring(2),
            "...",
            "....",
            "\ud800",
            "v1.a1.\ud800." + mac,
            "v1.a1.ü." + mac,
            "v1.a1.%00." + mac,
            "' OR 1=1 --",
            "../../etc/passwd");
    return Stream.of(truncated.filter(it -> !it.equals(good)), cut, others).flatMap(it -> it);
  }

  @Test
  void absentTokenShouldBeUnknown() {
    assertThat(links.verify(null, "talk")).isEqualTo(new LinkVerdict.Unknown());
  }

  @Test
  void everyOtherLastCharacterShouldBeUnknown() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    String head = token.substring(0, token.length() - 1);

    assertThat(alphabet.chars().mapToObj(c -> head + (char) c))
        .filteredOn(it -> links.verify(it, "talk") instanceof LinkVerdict.Valid)
        .containsExactly(token);
  }

  @Test
  void noForgedTokenShouldBeAccepted() {
    Random random = new Random(20270301);
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    int accepted = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] payload = new byte[36 + random.nextInt(8)];
      byte[] mac = new byte[16];
      random.nextBytes(payload);
      random.nextBytes(mac);
      String forged = "v1.a1." + base64.encodeToString(payload) + "." + base64.encodeToString(mac);
      if (!(links.verify(forged, "talk") instanceof LinkVerdict.Unknown)) {
        accepted++;
      }
    }
    assertThat(accepted).isZero();
  }

  @Test
  void longestUrlShouldStayUnder200Characters() {
    Link longest = link("unsubscribeabcd", "x".repeat(31), NOW);
    String url = "https://learning.example-company.com/unsubscribe/" + links.sign(longest);

    assertThat(url.length()).isLessThan(200);
    assertThat(url).matches("[A-Za-z0-9:/._-]+");
  }

  @Test
  void linkShouldRefuseWhatCannotTravel() {
    assertThatThrownBy(() -> link("Talk", "", NOW)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> link("talk", "a b", NOW)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> link("talk", "x".repeat(32), NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> link("talk", "", Instant.parse("2106-03-01T00:00:00Z")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @MethodSource("badRings")
  void ringShouldRefuseBadKeys(String ring) {
    assertThatThrownBy(() -> LinkKeyRing.parse(ring)).isInstanceOf(IllegalArgumentException.class);
  }

  static Stream<String> badRings() {
    return Stream.of("", "a1", "a1:", "a1:c2hvcnQ=", "A1:" + secret(1), "a1:retired", "a1:***");
  }

  private static Link link(String purpose, String option, Instant expiresAt) {
    return new Link(purpose, SUBJECT, RECIPIENT, option, expiresAt);
  }

  private static SignedLinks links(String ring, Instant now) {
    return new SignedLinks(LinkKeyRing.parse(ring), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static String secret(int seed) {
    byte[] bytes = new byte[32];
    new Random(seed).nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
