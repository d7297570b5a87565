package org.followthrough.evaluation.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Horizontal bars: the pale part is of how many, the full part how many. All on one scale, so that
 * lengths can be compared.
 */
record Bars(String title, String description, int height, List<Bar> rows) {

  static final int WIDTH = 400;
  private static final int ROW = 54;
  private static final int LABEL = 18;
  private static final int BAR = 27;

  /**
   * One row.
   *
   * @param count null where it may not be shown
   */
  record Row(String label, String value, Long count, long of) {}

  /** A row with its place. */
  record Bar(String label, String value, int labelY, int barY, int track, int fill) {}

  static Bars of(String title, String description, List<Row> rows) {
    long longest = Math.max(1, rows.stream().flatMapToLong(Bars::lengths).max().orElse(1));
    List<Bar> bars = new ArrayList<>(rows.size());
    for (Row row : rows) {
      int top = bars.size() * ROW;
      bars.add(
          new Bar(
              row.label(),
              row.value(),
              top + LABEL,
              top + BAR,
              width(row.of(), longest),
              row.count() == null ? 0 : width(row.count(), longest)));
    }
    return new Bars(title, description, rows.size() * ROW, bars);
  }

  private static LongStream lengths(Row row) {
    return LongStream.of(row.of(), row.count() == null ? 0 : row.count());
  }

  private static int width(long figure, long longest) {
    return (int) Math.round((double) WIDTH * figure / longest);
  }
}
