package org.followthrough.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.followthrough.bench.bed.Line;

/** The result as a Markdown table whose columns line up. */
final class Table {

  private static final List<String> TITLES =
      List.of("what", "ours", "peer or limit of the same run", "ratio", "goal", "verdict");

  private Table() {}

  static String of(List<Line> lines) {
    List<List<String>> rows =
        Stream.concat(Stream.of(TITLES), lines.stream().map(Table::cells)).toList();
    List<Integer> widths =
        IntStream.range(0, TITLES.size()).mapToObj(column -> width(rows, column)).toList();
    String rule = widths.stream().map("-"::repeat).collect(Collectors.joining("-|-", "|-", "-|"));
    return rows.stream()
        .map(row -> text(row, widths))
        .collect(Collectors.joining("\n"))
        .replaceFirst("\n", "\n" + rule + "\n");
  }

  private static List<String> cells(Line line) {
    return List.of(
        line.what(), line.ours(), line.against(), line.ratio(), line.goal(), line.verdict());
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String text(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(
            column -> row.get(column) + " ".repeat(widths.get(column) - row.get(column).length()))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
