package org.followthrough.bench.bed;

/** Something whose pace is measured, a few times over. */
public interface Contender {

  /**
   * Does the work once.
   *
   * @param round which time it is; 0 is the warm-up
   */
  Pace run(int round) throws Exception;
}
