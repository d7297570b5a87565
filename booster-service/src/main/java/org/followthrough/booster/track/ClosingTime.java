package org.followthrough.booster.track;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When a question can no longer be answered. */
public final class ClosingTime {

  private ClosingTime() {}

  /**
   * Once its last day is over everywhere on earth, because where the person lives is not known
   * here.
   */
  public static Instant of(LocalDate expiresOn) {
    return expiresOn.plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(-12));
  }
}
