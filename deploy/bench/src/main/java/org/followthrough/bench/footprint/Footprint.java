package org.followthrough.bench.footprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.followthrough.bench.bed.Line;
import org.followthrough.bench.bed.PackagedService;
import org.followthrough.bench.bed.Row;
import org.followthrough.bench.bed.Scale;
import org.followthrough.bench.bed.TestBed;

/** What a service costs before it has done anything. */
public final class Footprint implements Row {

  private static final double START_LIMIT_MILLIS = 1_400;
  private static final double IDLE_LIMIT_MEGABYTES = 180;
  private static final List<String> SERVICES =
      List.of(
          "enrollment-service",
          "actionplan-service",
          "reminder-service",
          "booster-service",
          "evaluation-service");

  @Override
  public String name() {
    return "footprint";
  }

  @Override
  public String description() {
    return "start-up time and idle memory of each service";
  }

  @Override
  public List<Line> run(TestBed bed, Scale scale) throws Exception {
    List<Line> lines = new ArrayList<>();
    for (String service : SERVICES) {
      // Creates its tables; the starts that count find them there.
      bed.start(service, Map.of()).close();
      List<Double> millis = new ArrayList<>();
      List<Double> megabytes = new ArrayList<>();
      for (int round = 0; round < scale.rounds(); round++) {
        try (PackagedService running = bed.start(service, Map.of())) {
          millis.add((double) running.millisToReady());
          megabytes.add(running.residentMegabytes());
        }
      }
      lines.add(Line.atMost(service + ", ready after", median(millis), "ms", START_LIMIT_MILLIS));
      lines.add(Line.atMost(service + ", idle", median(megabytes), "MB", IDLE_LIMIT_MEGABYTES));
    }
    return lines;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
