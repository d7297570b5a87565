package org.followthrough.bench.bed;

/**
 * How much is done.
 *
 * @param rounds of which the median counts
 * @param share of the full amount, from 0 to 1
 */
public record Scale(int rounds, double share) {

  /** The full amount, or its share. */
  public int of(int full) {
    return Math.max(1, (int) (full * share));
  }
}
