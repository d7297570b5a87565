package org.followthrough.enrollment.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts the verdicts of one request; used from one thread. */
final class Tally {

  /** An upload that is wrong throughout must not fill the memory. */
  static final int LISTED_REJECTIONS = 10_000;

  static final int LISTED_FAULTS = 20_000;

  private final List<IntakeVerdict.Rejection> rejected = new ArrayList<>();
  private long submitted;
  private long accepted;
  private long failed;
  private long unlisted;
  private int faults;

  void submitted(int events) {
    submitted += events;
  }

  void stored(Stored stored) {
    accepted += stored.fresh();
    failed += stored.failures().size();
    stored
        .failures()
        .forEach(
            it -> refused(it.event().index(), new Reading.Refused(it.event().id(), it.problem())));
  }

  void refused(long index, Reading.Refused refused) {
    if (rejected.size() < LISTED_REJECTIONS && faults < LISTED_FAULTS) {
      faults += refused.problem().errors().size();
      rejected.add(new IntakeVerdict.Rejection(index, refused.id(), refused.problem()));
    } else {
      unlisted++;
    }
  }

  IntakeVerdict verdict() {
    List<IntakeVerdict.Rejection> inOrder =
        rejected.stream().sorted(Comparator.comparingLong(IntakeVerdict.Rejection::index)).toList();
    return new IntakeVerdict(accepted, submitted - accepted - failed, inOrder, unlisted);
  }
}
