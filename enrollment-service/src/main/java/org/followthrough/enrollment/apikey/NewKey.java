package org.followthrough.enrollment.apikey;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes keys of the form {@code ft_<key id>_<secret>}. */
final class NewKey {

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int ID_LENGTH = 10;
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private NewKey() {}

  static String random() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return "ft_" + id() + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  private static String id() {
    StringBuilder id = new StringBuilder();
    RANDOM.ints(ID_LENGTH, 0, ALPHABET.length()).forEach(i -> id.append(ALPHABET.charAt(i)));
    return id.toString();
  }
}
