package org.followthrough.bench.bed;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How fast something went.
 *
 * @param perSecond how many a second
 * @param p50 milliseconds within which half of the answers came; NaN where nobody waited for one
 * @param p99 the same for 99 of 100
 */
public record Pace(double perSecond, double p50, double p99) {

  private static final double NANOS = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  /** So many within this time. */
  public static Pace of(long count, long nanos) {
    return new Pace(count * NANOS / nanos, Double.NaN, Double.NaN);
  }

  /** The same, with the time each answer took, in nanoseconds. */
  public static Pace of(long nanos, long[] latencies) {
    long[] sorted = latencies.clone();
    Arrays.sort(sorted);
    return new Pace(
        sorted.length * NANOS / nanos, percentile(sorted, 0.50), percentile(sorted, 0.99));
  }

  /** Each figure the median of that figure. */
  public static Pace median(List<Pace> paces) {
    return new Pace(
        median(paces, Pace::perSecond), median(paces, Pace::p50), median(paces, Pace::p99));
  }

  private static double percentile(long[] sorted, double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, index)] / NANOS_PER_MILLI;
  }

  private static double median(List<Pace> paces, ToDoubleFunction<Pace> figure) {
    double[] values = paces.stream().mapToDouble(figure).sorted().toArray();
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
