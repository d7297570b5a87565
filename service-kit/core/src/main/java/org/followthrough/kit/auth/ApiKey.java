package org.followthrough.kit.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/**
 * What a service knows of an API key: never the key, only its SHA-256. Also the payload of {@code
 * enrollment.ApiKeyIssued.v1}, by which all services learn it.
 *
 * @param keyId the public part, between the two underscores of {@code ft_<keyId>_<secret>}
 * @param sha256 lower-case hex of the whole key; safe to share, the secret has 256 random bits
 * @param scopes what it may do: intake, read, write, console, admin
 * @param expiresAt null where it does not expire
 * @param revokedAt null while it lives
 */
public record ApiKey(
    String keyId,
    UUID organizationId,
    String sha256,
    Set<String> scopes,
    Instant expiresAt,
    Instant revokedAt) {

  public ApiKey {
    scopes = Set.copyOf(scopes);
  }

  /** Whether the presented key is this one and still lives; compared in constant time. */
  public boolean admits(String presented, Instant now) {
    boolean alive =
        (revokedAt == null || now.isBefore(revokedAt))
            && (expiresAt == null || now.isBefore(expiresAt));
    return MessageDigest.isEqual(sha256.getBytes(UTF_8), sha256(presented).getBytes(UTF_8))
        && alive;
  }

  /** The key id within a presented key, or null where it has not the form of a key. */
  public static String keyIdOf(String presented) {
    String[] parts = presented.split("_", 3);
    return parts.length == 3 && parts[0].equals("ft") && presented.length() <= 100
        ? parts[1]
        : null;
  }

  /** Lower-case hex SHA-256 of a whole key. */
  @JsonIgnore
  public static String sha256(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
