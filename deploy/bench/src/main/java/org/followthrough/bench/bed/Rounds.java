package org.followthrough.bench.bed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets contenders run in turns, A B C A B C: what disturbs the machine meets all of them. */
public final class Rounds {

  private final Map<String, Contender> contenders = new LinkedHashMap<>();

  /** Takes part, in the order of the calls. */
  public Rounds with(String name, Contender contender) {
    contenders.put(name, contender);
    return this;
  }

  /** Warm-ups that do not count, then the rounds; answers with the medians. */
  public Map<String, Pace> run(Scale scale) throws Exception {
    Map<String, List<Pace>> paces = new LinkedHashMap<>();
    contenders.keySet().forEach(name -> paces.put(name, new ArrayList<>()));
    for (int round = 0; round < scale.warmUps() + scale.rounds(); round++) {
      for (Map.Entry<String, Contender> each : contenders.entrySet()) {
        Pace pace = each.getValue().run(round);
        boolean counts = round >= scale.warmUps();
        tell(each.getKey(), counts ? "round" : "warm-up", pace);
        if (counts) {
          paces.get(each.getKey()).add(pace);
        }
      }
    }
    Map<String, Pace> medians = new LinkedHashMap<>();
    paces.forEach((name, all) -> medians.put(name, Pace.median(all)));
    return medians;
  }

  private static void tell(String name, String what, Pace pace) {
    String latency =
        Double.isNaN(pace.p99())
            ? ""
            : "  p50 %.1f ms  p99 %.1f ms".formatted(pace.p50(), pace.p99());
    System.err.printf("  %-42s %-8s %,10.0f/s%s%n", name, what, pace.perSecond(), latency);
  }
}
