package org.followthrough.local.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;

/**
 * What a stack made up for itself at its first start, and keeps in a file only its owner can read.
 *
 * @param apiKey of the organization, with every scope
 * @param linkKeys the key ring that signs links
 * @param operatorToken for dead letters and organizations
 */
public record Secrets(UUID organizationId, String apiKey, String linkKeys, String operatorToken) {

  private static final String KEY_ID_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  /** Reads the file, or makes it. */
  public static Secrets open(Path file) throws IOException {
    if (!Files.exists(file)) {
      write(file, fresh());
    }
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new Secrets(
        UUID.fromString(properties.getProperty("organization-id")),
        properties.getProperty("api-key"),
        properties.getProperty("link-keys"),
        properties.getProperty("operator-token"));
  }

  private static Secrets fresh() {
    var random = new SecureRandom();
    var keyId = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      keyId.append(KEY_ID_ALPHABET.charAt(random.nextInt(KEY_ID_ALPHABET.length())));
    }
    String linkKey = Base64.getEncoder().encodeToString(bytes(random));
    return new Secrets(
        UUID.randomUUID(),
        "ft_" + keyId + "_" + url(bytes(random)),
        "k1:" + linkKey,
        url(bytes(random)));
  }

  private static byte[] bytes(SecureRandom random) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void write(Path file, Secrets secrets) throws IOException {
    var properties = new Properties();
    properties.setProperty("organization-id", secrets.organizationId().toString());
    properties.setProperty("api-key", secrets.apiKey());
    properties.setProperty("link-keys", secrets.linkKeys());
    properties.setProperty("operator-token", secrets.operatorToken());
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, "secrets of this local stack; delete the directory to forget them");
    }
  }
}
