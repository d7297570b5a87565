package org.followthrough.actionplan.story;

import java.util.List;
import java.util.Optional;
import org.followthrough.actionplan.expectation.Expectations;
import org.followthrough.actionplan.followup.PlanStanding;
import org.followthrough.actionplan.followup.PlanStatus;
import org.followthrough.actionplan.plan.Plan;
import org.followthrough.actionplan.progress.Progress;
import org.followthrough.actionplan.reflection.Reflection;
import org.followthrough.actionplan.talk.Talk;
import org.followthrough.actionplan.talk.TalkKind;

/**
 * All that learner and manager have said about one enrollment.
 *
 * @param plans all versions, newest first
 * @param talks all logs and corrections, newest first
 */
public record FollowUpStory(
    PlanStanding standing,
    Optional<Expectations> expectations,
    Optional<Reflection> reflection,
    List<Plan> plans,
    List<Talk> talks,
    Progress progress) {

  public FollowUpStory {
    plans = List.copyOf(plans);
    talks = List.copyOf(talks);
  }

  public PlanStatus status() {
    return standing.status();
  }

  /** The plan as it stands. */
  public Optional<Plan> plan() {
    return plans.stream().findFirst();
  }

  /** The talk as it was last logged. */
  public Optional<Talk> talk(TalkKind kind) {
    return talks.stream().filter(talk -> talk.kind() == kind).findFirst();
  }

  public Completeness completeness() {
    return Completeness.of(this);
  }
}
