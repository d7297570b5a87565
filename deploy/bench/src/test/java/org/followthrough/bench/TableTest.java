package org.followthrough.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.followthrough.bench.bed.Line;
import org.followthrough.bench.bed.Pace;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void tableShouldShowRatiosAndVerdictsInColumns() {
    Pace ours = Pace.of(3_000, 1_000_000_000);
    Pace limit = Pace.of(4_000, 1_000_000_000);

    String table =
        Table.of(
            List.of(
                Line.ratio("Intake", ours, "unnest", limit, 0.6),
                Line.ratio("Relay", ours, "poll", limit, 0.8),
                Line.atMost("- 99 of 100", 8.25, "ms", 10),
                Line.figure("pages", "12/s")));

    assertThat(table.lines())
        .containsExactly(
            "| what        | ours    | peer or limit of the same run | ratio | goal    | verdict |",
            "|-------------|---------|-------------------------------|-------|---------|---------|",
            "| Intake      | 3,000/s | unnest: 4,000/s               | 0.75  | ≥ 0.60  | met     |",
            "| Relay       | 3,000/s | poll: 4,000/s                 | 0.75  | ≥ 0.80  | MISSED  |",
            "| - 99 of 100 | 8.3 ms  |                               |       | ≤ 10 ms | met     |",
            "| pages       | 12/s    |                               |       |         |        "
                + " |");
  }
}
