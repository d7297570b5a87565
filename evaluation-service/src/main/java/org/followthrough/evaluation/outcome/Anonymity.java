package org.followthrough.evaluation.outcome;

/** What single people answered is shown only as figures over at least this many of them. */
final class Anonymity {

  static final int SMALLEST_GROUP = 5;

  private Anonymity() {}

  static boolean isEnough(long people) {
    return people >= SMALLEST_GROUP;
  }
}
