package org.followthrough.evaluation.console;

import java.util.ArrayList;
import java.util.List;

/** Two rates by month, as pairs of columns. */
record Months(String title, String description, List<Month> columns) {

  static final int HEIGHT = 190;
  private static final int WIDTH = 400;
  private static final int BASE = 160;
  private static final int TALLEST = 130;
  private static final int WIDEST = 34;
  // With more months than that, numbers and labels would run into each other on a phone.
  private static final int MOST_WRITTEN = 5;

  /**
   * One month.
   *
   * @param planned percent, null where there is none; so is talked
   */
  record Row(String label, Integer planned, Integer talked) {}

  /** A column; its value is null where there is no room to write it. */
  record Column(int x, int y, int width, int height, int middle, String value) {}

  /**
   * A month with its columns.
   *
   * @param label null where there is no room for it; a column, where there is no figure
   */
  record Month(String label, int middle, Column planned, Column talked) {}

  static Months of(String title, String description, List<Row> rows) {
    int step = WIDTH / Math.max(1, rows.size());
    int width = Math.min(WIDEST, (step - 8) / 2);
    boolean roomy = rows.size() <= MOST_WRITTEN;
    List<Month> months = new ArrayList<>(rows.size());
    for (Row row : rows) {
      int middle = months.size() * step + step / 2;
      boolean labelled = roomy || (rows.size() - months.size()) % 2 == 1;
      months.add(
          new Month(
              labelled ? row.label() : null,
              middle,
              column(middle - width - 1, width, row.planned(), roomy),
              column(middle + 1, width, row.talked(), roomy)));
    }
    return new Months(title, description, months);
  }

  private static Column column(int x, int width, Integer percent, boolean written) {
    if (percent == null) {
      return null;
    }
    int height = Math.max(1, TALLEST * percent / 100);
    String value = written ? percent.toString() : null;
    return new Column(x, BASE - height, width, height, x + width / 2, value);
  }
}
