package org.followthrough.kit.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageNoncesTest {
  private static final Instant NOW = Instant.parse("2027-03-01T09:00:00.123Z");
  private static final String RING = "t1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  private static final PageNonces NONCES = new PageNonces(LinkKeyRing.parse(RING));

  @Test
  void nonceShouldTellWhenItWasIssued() {
    assertThat(NONCES.verify(NONCES.issue("page", NOW), "page")).contains(NOW);
    assertThat(NONCES.verify(NONCES.issue("", Instant.EPOCH), "")).contains(Instant.EPOCH);
  }

  @Test
  void noncesShouldDiffer() {
    assertThat(NONCES.issue("page", NOW)).isNotEqualTo(NONCES.issue("page", NOW));
  }

  @Test
  void nonceOfAnotherPageShouldBeRefused() {
    String nonce = NONCES.issue("page", NOW);

    for (String other : new String[] {"pag", "page ", "Page", "", "|page"}) {
      assertThat(NONCES.verify(nonce, other)).isEmpty();
    }
  }

  @Test
  void nonceUnderAnotherKeyShouldBeRefused() {
    String other = "t1:" + "A".repeat(43) + "=";

    assertThat(new PageNonces(LinkKeyRing.parse(other)).verify(NONCES.issue("p", NOW), "p"))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mangled")
  void mangledNonceShouldBeRefused(String mangled) {
    assertThat(NONCES.verify(mangled, "page")).isEmpty();
  }

  static Stream<String> mangled() {
    String good = NONCES.issue("page", NOW);
    return Stream.concat(
        IntStream.range(0, good.length()).mapToObj(n -> good.substring(0, n)),
        Stream.of(
            good + ".",
            good + "=",
            "t1...",
            "x".repeat(4096),
            "t1.zzzzzzzzzzzzzzzzzzzzz.a.b",
            "\ud800"));
  }

  @Test
  void absentNonceShouldBeRefused() {
    assertThat(NONCES.verify(null, "page")).isEmpty();
  }

  @Test
  void nonceShouldNotServeAsALink() {
    SignedLinks links =
        new SignedLinks(
            LinkKeyRing.parse(RING), java.time.Clock.fixed(NOW, java.time.ZoneOffset.UTC));

    assertThat(links.verify("v1." + NONCES.issue("page", NOW), "page"))
        .isEqualTo(new LinkVerdict.Unknown());
  }
}
