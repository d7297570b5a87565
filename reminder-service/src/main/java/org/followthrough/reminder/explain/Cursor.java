package org.followthrough.reminder.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Where a page begins: after this touch. */
record Cursor(Instant dueAt, UUID touchId) {

  static final Cursor START = new Cursor(Instant.parse("0001-01-01T00:00:00Z"), new UUID(0, 0));

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((dueAt + "~" + touchId).getBytes(UTF_8));
  }

  /** Reads one; empty where we never made it. */
  static Optional<Cursor> parse(String text) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("~", 2);
      Instant dueAt = Instant.parse(parts[0]);
      boolean known = parts.length == 2 && !dueAt.isAfter(LATEST) && !dueAt.isBefore(START.dueAt);
      return known ? Optional.of(new Cursor(dueAt, UUID.fromString(parts[1]))) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
