package org.followthrough.bench.bed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void roundsShouldInterleaveAndLeaveTheWarmUpsOut() throws Exception {
    List<String> order = new ArrayList<>();
    double[] paces = {1_000, 900, 800, 700, 5, 3};

    Map<String, Pace> medians =
        new Rounds()
            .with("a", round -> noted(order, "a" + round, paces[round]))
            .with("b", round -> noted(order, "b" + round, 1))
            .run(new Scale(2, 1));

    assertThat(order).startsWith("a0", "b0", "a1", "b1").endsWith("a5", "b5").hasSize(12);
    assertThat(medians.get("a").perSecond()).isEqualTo(4);
  }

  @Test
  void paceShouldTellPercentilesOfTheSlowestToo() {
    long[] latencies = new long[100];
    for (int i = 0; i < latencies.length; i++) {
      latencies[i] = (100 - i) * 1_000_000L;
    }

    Pace pace = Pace.of(2_000_000_000L, latencies);

    assertThat(pace.perSecond()).isEqualTo(50);
    assertThat(pace.p50()).isEqualTo(50);
    assertThat(pace.p99()).isEqualTo(99);
  }

  private static Pace noted(List<String> order, String what, double pace) {
    order.add(what);
    return new Pace(pace, Double.NaN, Double.NaN);
  }
}
