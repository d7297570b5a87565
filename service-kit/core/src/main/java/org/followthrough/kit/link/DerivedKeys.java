package org.followthrough.kit.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * MACs under keys derived from the ring, one for each use: HKDF-Expand with one block (RFC 5869
 * section 2.3), then HMAC-SHA256 truncated to 16 bytes (RFC 2104 section 5).
 */
final class DerivedKeys {

  private static final String HMAC = "HmacSHA256";
  private static final int MAC_BYTES = 16;

  private final LinkKeyRing ring;
  private final Map<String, SecretKeySpec> derived = new ConcurrentHashMap<>();

  DerivedKeys(LinkKeyRing ring) {
    this.ring = ring;
  }

  LinkKeyRing ring() {
    return ring;
  }

  /** The mac as unpadded base64url; the key id has to be a live one. */
  String mac(String kid, String use, String text) {
    byte[] full = hmac(key(kid, use), text.getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, MAC_BYTES));
  }

  /** Compares in constant time, as text: base64 has several spellings of the same bytes. */
  boolean isMac(String claimed, String kid, String use, String text) {
    return MessageDigest.isEqual(claimed.getBytes(UTF_8), mac(kid, use, text).getBytes(UTF_8));
  }

  private SecretKeySpec key(String kid, String use) {
    return derived.computeIfAbsent(
        kid + "/" + use,
        ignored -> {
          var master = new SecretKeySpec(ring.secret(kid), HMAC);
          byte[] info = ("followthrough " + use + "\u0001").getBytes(UTF_8);
          return new SecretKeySpec(hmac(master, info), HMAC);
        });
  }

  private static byte[] hmac(SecretKeySpec key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }
}
