package org.followthrough.bench.bed;

/** Something whose pace is measured, a few times over. */
public interface Contender {

  /**
   * Does the work once.
   *
   * @param round which time it is, from 0; the first are warm-ups
   */
  Pace run(int round) throws Exception;
}
