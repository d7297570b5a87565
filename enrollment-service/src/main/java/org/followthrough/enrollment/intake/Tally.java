package org.followthrough.enrollment.intake;

import java.util.ArrayList;
import java.util.List;

/** Counts the verdicts of one request; used from one thread. */
final class Tally {

  /** A long upload that is wrong throughout must not fill the memory. */
  static final int LISTED_REJECTIONS = 10_000;

  private final List<IntakeVerdict.Rejection> rejected = new ArrayList<>();
  private long accepted;
  private long duplicates;
  private long unlisted;

  void applied(int submitted, int fresh) {
    accepted += fresh;
    duplicates += submitted - fresh;
  }

  void refused(long index, Reading.Refused refused) {
    if (rejected.size() < LISTED_REJECTIONS) {
      rejected.add(new IntakeVerdict.Rejection(index, refused.id(), refused.problem()));
    } else {
      unlisted++;
    }
  }

  IntakeVerdict verdict() {
    return new IntakeVerdict(accepted, duplicates, List.copyOf(rejected), unlisted);
  }
}
