package org.followthrough.actionplan.plan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.followthrough.actionplan.followup.Fact;
import org.followthrough.actionplan.followup.FollowUp;
import org.followthrough.actionplan.followup.FollowUpContext;
import org.followthrough.actionplan.followup.FollowUps;
import org.followthrough.kit.event.EventComposer;

/** Commits and revises plans. */
@ApplicationScoped
public class PlanService {

  private final FollowUps followUps;
  private final PlanVersionRepository repository;
  private final Clock clock;

  PlanService(FollowUps followUps, PlanVersionRepository repository, Clock clock) {
    this.followUps = followUps;
    this.repository = repository;
    this.clock = clock;
  }

  /**
   * Makes the draft the plan, if it is one.
   *
   * @param today the learner's day
   * @param basedOn the version the draft was begun from; negative where it shall win over any
   * @param before runs in the same transaction, once the draft is accepted
   */
  public Uni<PlanOutcome> commit(
      FollowUpContext context,
      PlanDraft draft,
      LocalDate today,
      int basedOn,
      Function<FollowUp, Uni<Void>> before) {
    return followUps.change(
        context,
        context.learnerId(),
        followUp ->
            repository
                .latest(followUp.enrollmentId())
                .map(standing -> decide(draft, standing, today, basedOn))
                .chain(outcome -> carryOut(followUp, outcome, before)));
  }

  /** All versions, newest first; within a session. */
  public Uni<List<Plan>> history(UUID enrollmentId) {
    return repository.history(enrollmentId);
  }

  private PlanOutcome decide(
      PlanDraft draft, Optional<Plan> standing, LocalDate today, int basedOn) {
    Instant now = clock.instant();
    Optional<Plan> next = standing.flatMap(plan -> plan.revise(draft, EventComposer::newId, now));
    if (standing.isPresent() && next.isEmpty()) {
      return new PlanOutcome.Unchanged(standing.get());
    }
    // Before the review: to an old draft the plan's own actions may look like strangers.
    if (standing.isPresent() && basedOn >= 0 && basedOn != standing.get().planVersion()) {
      return new PlanOutcome.Overtaken(standing.get());
    }
    List<PlanFinding> findings = PlanPolicy.review(draft, today, standing);
    if (!findings.isEmpty()) {
      return new PlanOutcome.Refused(findings);
    }
    return next.<PlanOutcome>map(PlanOutcome.Revised::new)
        .orElseGet(() -> new PlanOutcome.Committed(Plan.commit(draft, EventComposer::newId, now)));
  }

  private Uni<PlanOutcome> carryOut(
      FollowUp followUp, PlanOutcome outcome, Function<FollowUp, Uni<Void>> before) {
    Uni<Void> effect = Uni.createFrom().voidItem();
    if (outcome instanceof PlanOutcome.Committed committed) {
      effect =
          before
              .apply(followUp)
              .chain(() -> store(followUp, committed.plan(), first(followUp, committed.plan())));
    } else if (outcome instanceof PlanOutcome.Revised revised) {
      effect =
          before
              .apply(followUp)
              .chain(() -> store(followUp, revised.plan(), next(followUp, revised.plan())));
    }
    return effect.replaceWith(outcome);
  }

  private Uni<Void> store(FollowUp followUp, Plan plan, Fact fact) {
    followUp.planned(plan.planVersion());
    return repository
        .persist(new PlanVersionRow(followUp.enrollmentId(), plan))
        .chain(() -> followUps.publish(followUp, List.of(fact)));
  }

  private static Fact first(FollowUp to, Plan plan) {
    return new Fact(
        ActionPlanCommitted.TYPE,
        ActionPlanCommitted.of(to.enrollmentId(), to.learnerId(), to.courseId(), plan));
  }

  private static Fact next(FollowUp to, Plan plan) {
    return new Fact(
        ActionPlanRevised.TYPE,
        ActionPlanRevised.of(to.enrollmentId(), to.learnerId(), to.courseId(), plan));
  }
}
