package org.followthrough.enrollment.enrollment;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.followthrough.enrollment.fact.Stamp;

/** The latest facts of each kind about one cohort of one course and one person. */
record Attendance(UUID cohortId, Fact enrolled, Fact completed, Fact withdrawn) {

  /** Cohorts by when the person was enrolled; ties by the facts, never by ids of our own. */
  static final Comparator<Attendance> BY_START =
      Comparator.comparing(Attendance::startedAt).thenComparing(Attendance::startStamp);

  static Attendance none(UUID cohortId) {
    return new Attendance(cohortId, null, null, null);
  }

  Attendance with(Fact fact) {
    return switch (fact.kind()) {
      case ENROLLED -> new Attendance(cohortId, later(fact, enrolled), completed, withdrawn);
      case COMPLETED -> new Attendance(cohortId, enrolled, later(fact, completed), withdrawn);
      case WITHDRAWN -> new Attendance(cohortId, enrolled, completed, later(fact, withdrawn));
    };
  }

  Stream<Fact> facts() {
    return Stream.of(enrolled, completed, withdrawn).filter(Objects::nonNull);
  }

  Instant startedAt() {
    return first().happenedAt();
  }

  private Stamp startStamp() {
    return first().stamp();
  }

  private Fact first() {
    return enrolled != null ? enrolled : facts().min(BY_HAPPENING).orElseThrow();
  }

  private static final Comparator<Fact> BY_HAPPENING =
      Comparator.comparing(Fact::happenedAt).thenComparing(Fact::stamp);

  Standing standing() {
    Instant enrolledAt = happenedAt(enrolled);
    if (isWithdrawn()) {
      return new Standing(cohortId, Status.WITHDRAWN, enrolledAt, null, happenedAt(withdrawn));
    }
    return isCompleted()
        ? new Standing(cohortId, Status.COMPLETED, enrolledAt, happenedAt(completed), null)
        : new Standing(cohortId, Status.ENROLLED, enrolledAt, null, null);
  }

  private boolean isWithdrawn() {
    return withdrawn != null && withdrawn.isAfter(enrolled) && withdrawn.isAfter(completed);
  }

  // An enrolment said again does not undo a completion, one after a withdrawal starts afresh.
  private boolean isCompleted() {
    return completed != null && completed.isAfter(withdrawn);
  }

  private static Fact later(Fact fact, Fact standing) {
    return fact.isAfter(standing) ? fact : standing;
  }

  private static Instant happenedAt(Fact fact) {
    return fact == null ? null : fact.happenedAt();
  }
}
