package org.followthrough.kit.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Signs and checks links: {@code v1.<kid>.<payload>.<mac>}, payload and mac in unpadded base64url.
 *
 * <p>The mac is over everything before it, under a key derived per purpose ({@link DerivedKeys}),
 * so that a token for one purpose can never verify for another. Compared in constant time. A token
 * has 80 to 122 characters.
 */
public final class SignedLinks {

  private static final int LONGEST_TOKEN = 180;
  private static final String VERSION = "v1";

  private final DerivedKeys keys;
  private final Clock clock;

  public SignedLinks(LinkKeyRing ring, Clock clock) {
    this.keys = new DerivedKeys(ring);
    this.clock = clock;
  }

  /** The token that stands for the link, made with the ring's first key. */
  public String sign(Link link) {
    String kid = keys.ring().signingKid();
    String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(encode(link));
    String head = VERSION + "." + kid + "." + payload;
    return head + "." + keys.mac(kid, use(link.purpose()), head);
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
    if (keys.ring().isRetired(parts[1])) {
      return new LinkVerdict.Expired();
    }
    String head = token.substring(0, token.lastIndexOf('.'));
    return keys.ring().secret(parts[1]) != null
            && keys.isMac(parts[3], parts[1], use(purpose), head)
        ? inTime(decode(purpose, Base64.getUrlDecoder().decode(parts[2])))
        : new LinkVerdict.Unknown();
  }

  private LinkVerdict inTime(Link link) {
    return clock.instant().isBefore(link.expiresAt())
        ? new LinkVerdict.Valid(link)
        : new LinkVerdict.Expired();
  }

  private static String use(String purpose) {
    return "link " + purpose;
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
}
