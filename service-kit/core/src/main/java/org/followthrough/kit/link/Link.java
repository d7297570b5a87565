package org.followthrough.kit.link;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a signed link stands for. It carries no personal data: ids, one short option, an expiry.
 *
 * @param purpose the one use it is good for, up to 15 ASCII letters, e.g. {@code talk}
 * @param subject what it is about, e.g. an enrollment's or a booster's id
 * @param recipient the person it was sent to
 * @param option a choice or form within the purpose, up to 31 ASCII characters; empty for none
 * @param expiresAt to the second, before 2106; afterwards it verifies as expired
 */
public record Link(String purpose, UUID subject, UUID recipient, String option, Instant expiresAt) {

  private static final long LATEST = 0xFFFF_FFFFL;
  private static final Pattern PURPOSE = Pattern.compile("[a-z]{1,15}");
  private static final Pattern OPTION = Pattern.compile("[A-Za-z0-9_.-]{0,31}");

  public Link {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(expiresAt, "expiresAt");
    if (expiresAt.getEpochSecond() < 0 || expiresAt.getEpochSecond() > LATEST) {
      throw new IllegalArgumentException("expiresAt: 1970 to 2106");
    }
    if (!PURPOSE.matcher(purpose).matches()) {
      throw new IllegalArgumentException("purpose: 1 to 15 letters a-z");
    }
    if (!OPTION.matcher(option).matches()) {
      throw new IllegalArgumentException("option: up to 31 of A-Z a-z 0-9 _ . -");
    }
  }
}
