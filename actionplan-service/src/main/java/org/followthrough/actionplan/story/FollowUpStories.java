package org.followthrough.actionplan.story;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.actionplan.expectation.ExpectationService;
import org.followthrough.actionplan.expectation.Expectations;
import org.followthrough.actionplan.followup.FollowUps;
import org.followthrough.actionplan.followup.PlanStanding;
import org.followthrough.actionplan.plan.Plan;
import org.followthrough.actionplan.plan.PlanService;
import org.followthrough.actionplan.progress.ProgressService;
import org.followthrough.actionplan.reflection.Reflection;
import org.followthrough.actionplan.reflection.ReflectionService;
import org.followthrough.actionplan.talk.TalkService;

/** Reads stories; it never writes, so pages may call it for GET. */
@ApplicationScoped
public class FollowUpStories {

  private final FollowUps followUps;
  private final ExpectationService expectations;
  private final ReflectionService reflections;
  private final PlanService plans;
  private final TalkService talks;
  private final ProgressService progress;

  FollowUpStories(
      FollowUps followUps,
      ExpectationService expectations,
      ReflectionService reflections,
      PlanService plans,
      TalkService talks,
      ProgressService progress) {
    this.followUps = followUps;
    this.expectations = expectations;
    this.reflections = reflections;
    this.plans = plans;
    this.talks = talks;
    this.progress = progress;
  }

  /** The story of an enrollment; an empty one where nobody has said anything. */
  public Uni<FollowUpStory> of(UUID enrollmentId) {
    return Panache.withSession(
        () ->
            followUps
                .standing(enrollmentId)
                .chain(
                    standing ->
                        expectations
                            .of(enrollmentId)
                            .chain(said -> afterCourse(enrollmentId, standing, said))));
  }

  private Uni<FollowUpStory> afterCourse(
      UUID enrollmentId, PlanStanding standing, Optional<Expectations> said) {
    return reflections
        .of(enrollmentId)
        .chain(
            reflection ->
                plans
                    .history(enrollmentId)
                    .chain(history -> rest(enrollmentId, standing, said, reflection, history)));
  }

  private Uni<FollowUpStory> rest(
      UUID enrollmentId,
      PlanStanding standing,
      Optional<Expectations> said,
      Optional<Reflection> reflection,
      List<Plan> history) {
    return talks
        .history(enrollmentId)
        .chain(
            logged ->
                progress
                    .of(enrollmentId)
                    .map(
                        reports ->
                            new FollowUpStory(
                                standing, said, reflection, history, logged, reports)));
  }
}
