package org.followthrough.kit.link;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The secrets that sign links: the first signs, all verify, retired key ids only tell that a token
 * is over. Written as {@code kid:base64,kid:base64,kid:retired}.
 */
public final class LinkKeyRing {

  private static final int MINIMUM_BYTES = 32;

  private final Map<String, byte[]> keys;
  private final List<String> retired;

  private LinkKeyRing(Map<String, byte[]> keys, List<String> retired) {
    this.keys = keys;
    this.retired = retired;
  }

  /**
   * Parses the ring.
   *
   * @throws IllegalArgumentException if it has no key, a key id is not 1 to 4 of a-z 0-9, or a
   *     secret has under 32 bytes
   */
  public static LinkKeyRing parse(String text) {
    var keys = new LinkedHashMap<String, byte[]>();
    var retired = new ArrayList<String>();
    for (String entry : text.trim().split("\\s*,\\s*", -1)) {
      int colon = entry.indexOf(':');
      String kid = colon < 0 ? "" : entry.substring(0, colon);
      if (!kid.matches("[a-z0-9]{1,4}")) {
        throw new IllegalArgumentException("link keys: key id must be 1 to 4 of a-z 0-9");
      }
      String secret = entry.substring(colon + 1);
      if (secret.equals("retired")) {
        retired.add(kid);
      } else {
        keys.put(kid, decode(kid, secret));
      }
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("link keys: at least one live key is needed");
    }
    return new LinkKeyRing(keys, List.copyOf(retired));
  }

  private static byte[] decode(String kid, String secret) {
    byte[] bytes = Base64.getDecoder().decode(secret);
    if (bytes.length < MINIMUM_BYTES) {
      throw new IllegalArgumentException("link keys: " + kid + " has under 32 bytes");
    }
    return bytes;
  }

  String signingKid() {
    return keys.keySet().iterator().next();
  }

  /** The secret, or null where the id is unknown or retired. */
  byte[] secret(String kid) {
    return keys.get(kid);
  }

  boolean isRetired(String kid) {
    return retired.contains(kid);
  }
}
