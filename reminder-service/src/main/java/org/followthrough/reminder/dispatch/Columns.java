package org.followthrough.reminder.dispatch;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Turns a batch into the arrays that a statement unnests. */
final class Columns {

  private Columns() {}

  static <T> UUID[] uuids(List<T> batch, Function<T, UUID> value) {
    return batch.stream().map(value).toArray(UUID[]::new);
  }

  static <T> String[] texts(List<T> batch, Function<T, String> value) {
    return batch.stream().map(value).toArray(String[]::new);
  }

  static <T> Integer[] integers(List<T> batch, Function<T, Integer> value) {
    return batch.stream().map(value).toArray(Integer[]::new);
  }

  static <T> Boolean[] booleans(List<T> batch, Function<T, Boolean> value) {
    return batch.stream().map(value).toArray(Boolean[]::new);
  }

  static <T> Buffer[] bytes(List<T> batch, Function<T, byte[]> value) {
    return batch.stream()
        .map(value)
        .map(bytes -> bytes == null ? null : Buffer.buffer(bytes))
        .toArray(Buffer[]::new);
  }

  static <T> LocalDate[] dates(List<T> batch, Function<T, LocalDate> value) {
    return batch.stream().map(value).toArray(LocalDate[]::new);
  }

  static <T> OffsetDateTime[] instants(List<T> batch, Function<T, Instant> value) {
    return batch.stream()
        .map(value)
        .map(instant -> instant == null ? null : TouchClaims.utc(instant))
        .toArray(OffsetDateTime[]::new);
  }
}
