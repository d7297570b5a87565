package org.followthrough.enrollment.sql;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.followthrough.enrollment.fact.Stamp;

/** Turns rows into the arrays that {@code unnest} takes. */
public final class Columns {

  private Columns() {}

  public static <T> Object uuids(Collection<T> rows, Function<T, UUID> column) {
    return rows.stream().map(column).toArray(UUID[]::new);
  }

  public static <T> Object texts(Collection<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  public static <T> Object dates(Collection<T> rows, Function<T, LocalDate> column) {
    return rows.stream().map(column).toArray(LocalDate[]::new);
  }

  public static <T> Object longs(Collection<T> rows, Function<T, Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }

  public static <T> Object booleans(Collection<T> rows, Function<T, Boolean> column) {
    return rows.stream().map(column).toArray(Boolean[]::new);
  }

  public static <T> Object instants(Collection<T> rows, Function<T, Instant> column) {
    return rows.stream().map(column).map(Columns::column).toArray(OffsetDateTime[]::new);
  }

  public static OffsetDateTime column(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  public static Instant instant(OffsetDateTime column) {
    return column == null ? null : column.toInstant();
  }

  /** The three columns of a stamp; empty where it is null. */
  public static <T> List<Object> stamps(Collection<T> rows, Function<T, Stamp> column) {
    return List.of(
        instants(rows, column.andThen(stamp -> stamp == null ? null : stamp.time())),
        texts(rows, column.andThen(stamp -> stamp == null ? null : stamp.eventId())),
        texts(rows, column.andThen(stamp -> stamp == null ? null : stamp.source())));
  }

  /** A stamp that is kept in three columns, or null where they are empty. */
  public static Stamp stamp(Row row, String prefix) {
    Instant time = instant(row.getOffsetDateTime(prefix + "_time"));
    return time == null
        ? null
        : new Stamp(time, row.getString(prefix + "_event"), row.getString(prefix + "_source"));
  }
}
