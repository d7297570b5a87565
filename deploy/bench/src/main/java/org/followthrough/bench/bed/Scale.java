package org.followthrough.bench.bed;

/**
 * How much is done.
 *
 * @param rounds of which the median counts
 * @param share of the full amount, from 0 to 1
 */
public record Scale(int rounds, double share) {

  /**
   * How often the work is done before it counts. A round takes a second or two, in which a JVM that
   * has just started is still compiling; services run for weeks.
   */
  public int warmUps() {
    return share < 1 ? 1 : 4;
  }

  /** The full amount, or its share. */
  public int of(int full) {
    return Math.max(1, (int) (full * share));
  }
}
