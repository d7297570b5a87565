package org.followthrough.kit.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and checks links: {@code v1.<kid>.<payload>.<mac>}, payload and mac in unpadded base64url.
 *
 * <p>The mac is the first 16 bytes of HMAC-SHA256 (RFC 2104, truncated as its section 5 allows)
 * over everything before it, under a key derived per purpose (HKDF-Expand with one block, RFC 5869
 * section 2.3), so that a token for one purpose can never verify for another. Compared in constant
 * time. A token has about 110 characters.
 */
public final class SignedLinks {

  private static final int MAC_BYTES = 16;
  private static final int LONGEST_TOKEN = 180;
  private static final String VERSION = "v1";

  private final LinkKeyRing ring;
  private final Clock clock;
  private final Map<String, SecretKeySpec> derived = new ConcurrentHashMap<>();

  public SignedLinks(LinkKeyRing ring, Clock clock) {
    this.ring = ring;
    this.clock = clock;
  }

  /** The token that stands for the link, made with the ring's first key. */
  public String sign(Link link) {
    String kid = ring.signingKid();
    String head = VERSION + "." + kid + "." + base64(encode(link));
    return head + "." + base64(mac(kid, link.purpose(), head));
  }

  /** Checks a token for one purpose; never throws, whatever the token. */
  public LinkVerdict verify(String token, String purpose) {
    if (token == null || token.length() > LONGEST_TOKEN) {
      return new LinkVerdict.Unknown();
    }
    String[] parts = token.split("\\.", -1);
    if (parts.length != 4 || !parts[0].equals(VERSION)) {
      return new LinkVerdict.Unknown();
    }
    if (ring.isRetired(parts[1])) {
      return new LinkVerdict.Expired();
    }
    if (ring.secret(parts[1]) == null) {
      return new LinkVerdict.Unknown();
    }
    String head = token.substring(0, token.lastIndexOf('.'));
    byte[] claimed = unbase64(parts[3]);
    if (claimed == null || !MessageDigest.isEqual(claimed, mac(parts[1], purpose, head))) {
      return new LinkVerdict.Unknown();
    }
    return inTime(decode(purpose, unbase64(parts[2])));
  }

  private LinkVerdict inTime(Link link) {
    return clock.instant().isBefore(link.expiresAt())
        ? new LinkVerdict.Valid(link)
        : new LinkVerdict.Expired();
  }

  private static byte[] encode(Link link) {
    byte[] option = link.option().getBytes(US_ASCII);
    return ByteBuffer.allocate(16 + 16 + 4 + option.length)
        .putLong(link.subject().getMostSignificantBits())
        .putLong(link.subject().getLeastSignificantBits())
        .putLong(link.recipient().getMostSignificantBits())
        .putLong(link.recipient().getLeastSignificantBits())
        .putInt((int) link.expiresAt().getEpochSecond())
        .put(option)
        .array();
  }

  private static Link decode(String purpose, byte[] payload) {
    ByteBuffer buffer = ByteBuffer.wrap(payload);
    UUID subject = new UUID(buffer.getLong(), buffer.getLong());
    UUID recipient = new UUID(buffer.getLong(), buffer.getLong());
    Instant expiresAt = Instant.ofEpochSecond(Integer.toUnsignedLong(buffer.getInt()));
    byte[] option = new byte[buffer.remaining()];
    buffer.get(option);
    return new Link(purpose, subject, recipient, new String(option, US_ASCII), expiresAt);
  }

  private byte[] mac(String kid, String purpose, String text) {
    byte[] full = hmac(purposeKey(kid, purpose), text.getBytes(US_ASCII));
    return Arrays.copyOf(full, MAC_BYTES);
  }

  private SecretKeySpec purposeKey(String kid, String purpose) {
    return derived.computeIfAbsent(
        kid + "/" + purpose,
        key -> {
          var master = new SecretKeySpec(ring.secret(kid), "HmacSHA256");
          byte[] info = ("followthrough link " + purpose + "\u0001").getBytes(US_ASCII);
          return new SecretKeySpec(hmac(master, info), "HmacSHA256");
        });
  }

  private static byte[] hmac(SecretKeySpec key, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] unbase64(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
