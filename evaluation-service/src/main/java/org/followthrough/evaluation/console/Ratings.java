package org.followthrough.evaluation.console;

import java.util.ArrayList;
import java.util.List;

/** Means before and now on the scale from 1 to 10, a line from one to the other. */
record Ratings(String title, String description, int height, List<Tick> ticks, List<Line> lines) {

  private static final int LEFT = 14;
  private static final int RIGHT = 386;
  private static final int ROW = 66;

  /** One comparison of means. */
  record Row(String label, String value, double before, double now) {}

  /** A number of the scale. */
  record Tick(int value, int x) {}

  /** A comparison with its place. */
  record Line(String label, String value, int labelY, int y, int before, int now) {}

  static Ratings of(String title, String description, List<Row> rows) {
    List<Line> lines = new ArrayList<>(rows.size());
    for (Row row : rows) {
      int top = lines.size() * ROW;
      lines.add(
          new Line(row.label(), row.value(), top + 18, top + 42, x(row.before()), x(row.now())));
    }
    List<Tick> ticks = List.of(1, 4, 7, 10).stream().map(v -> new Tick(v, x(v))).toList();
    return new Ratings(title, description, rows.size() * ROW + 24, ticks, lines);
  }

  public int axisY() {
    return height - 6;
  }

  public int gridEnd() {
    return height - 22;
  }

  private static int x(double rating) {
    return (int) Math.round(LEFT + (RIGHT - LEFT) * (rating - 1) / 9);
  }
}
