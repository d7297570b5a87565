package org.followthrough.reminder.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The plan as of its latest version, and when the learner first committed one. */
record PlanState(
    long version,
    String goal,
    List<PlannedAction> actions,
    long firstVersion,
    Instant firstCommittedAt)
    implements Versioned, Finding {

  /** What mails need of an action. */
  record PlannedAction(
      UUID actionId, String situation, String action, String firstStep, LocalDate dueOn) {}

  PlanState {
    actions = List.copyOf(actions);
  }

  static PlanState of(long version, String goal, List<PlannedAction> actions, Instant committedAt) {
    return new PlanState(version, goal, actions, version, committedAt);
  }

  @Override
  public Facts addTo(Facts facts) {
    return facts.withPlan(merge(facts.plan()));
  }

  private PlanState merge(PlanState other) {
    if (other == null) {
      return this;
    }
    PlanState latest =
        Versioned.newer(withFirst(0, Instant.EPOCH), other.withFirst(0, Instant.EPOCH));
    PlanState first = isEarlierThan(other) ? this : other;
    return latest.withFirst(first.firstVersion, first.firstCommittedAt);
  }

  private boolean isEarlierThan(PlanState other) {
    return firstVersion < other.firstVersion
        || (firstVersion == other.firstVersion
            && firstCommittedAt.isBefore(other.firstCommittedAt));
  }

  private PlanState withFirst(long version, Instant committedAt) {
    return new PlanState(this.version, goal, actions, version, committedAt);
  }
}
