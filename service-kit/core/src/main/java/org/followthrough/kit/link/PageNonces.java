package org.followthrough.kit.link;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Nonces for pages whose GET writes nothing: the page carries one in its form, and the POST that
 * brings it back thereby tells when the page was shown, without a row having been kept.
 *
 * <p>Form: {@code <kid>.<time>.<random>.<mac>}; time is in milliseconds (base 36), random has 64
 * bits, the mac ({@link DerivedKeys}) covers all of it and what the nonce is bound to. A nonce
 * verifies as often as it is presented: who wants it once keeps the ones seen.
 */
public final class PageNonces {

  private static final String USE = "page nonce";
  private static final int LONGEST_NONCE = 80;
  private static final int RANDOM_BYTES = 8;

  private final DerivedKeys keys;
  private final SecureRandom random = new SecureRandom();

  public PageNonces(LinkKeyRing ring) {
    this.keys = new DerivedKeys(ring);
  }

  /**
   * A new nonce.
   *
   * @param boundTo what it is good for, e.g. the page's token; it verifies for nothing else
   * @param now when the page is shown, by the service clock
   */
  public String issue(String boundTo, Instant now) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String kid = keys.ring().signingKid();
    String head =
        kid
            + "."
            + Long.toString(now.toEpochMilli(), Character.MAX_RADIX)
            + "."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return head + "." + keys.mac(kid, USE, bound(head, boundTo));
  }

  /**
   * When the nonce was issued, to the millisecond; empty where it is not ours or bound to something
   * else. Never throws, whatever the nonce.
   */
  public Optional<Instant> verify(String nonce, String boundTo) {
    if (nonce == null || nonce.length() > LONGEST_NONCE) {
      return Optional.empty();
    }
    String[] parts = nonce.split("\\.", -1);
    if (parts.length != 4 || keys.ring().secret(parts[0]) == null) {
      return Optional.empty();
    }
    String head = nonce.substring(0, nonce.lastIndexOf('.'));
    return keys.isMac(parts[3], parts[0], USE, bound(head, boundTo))
        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(parts[1], Character.MAX_RADIX)))
        : Optional.empty();
  }

  // The head has no bar, so no two pairs of head and binding give the same text.
  private static String bound(String head, String boundTo) {
    return head + "|" + boundTo;
  }
}
