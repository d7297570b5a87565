package org.followthrough.actionplan.talk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.actionplan.followup.Fact;
import org.followthrough.actionplan.followup.FollowUp;
import org.followthrough.actionplan.followup.FollowUpContext;
import org.followthrough.actionplan.followup.FollowUps;
import org.followthrough.actionplan.followup.PlanStanding;

/** Keeps the log of talks. */
@ApplicationScoped
public class TalkService {

  private final FollowUps followUps;
  private final TalkRepository repository;

  TalkService(FollowUps followUps, TalkRepository repository) {
    this.followUps = followUps;
    this.repository = repository;
  }

  /**
   * Logs a talk, or a correction as its next version; the same again changes nothing. Where no plan
   * stands there is none to agree, whatever the talk says.
   *
   * @param readPlan the version of the plan that the manager read; negative where the sender does
   *     not say, and is believed
   */
  public Uni<TalkOutcome> log(FollowUpContext context, Talk talk, int readPlan) {
    return followUps.change(
        context,
        talk.managerId(),
        followUp ->
            repository
                .latest(context.enrollmentId(), talk.kind())
                .chain(standing -> log(followUp, standing, talk, readPlan)));
  }

  private Uni<TalkOutcome> log(
      FollowUp followUp, Optional<Talk> standing, Talk talk, int readPlan) {
    PlanStanding plan = followUp.standing();
    Talk asked = plan.planVersion() > 0 ? talk : talk.withoutAgreement();
    // Nobody shall agree to what they have not read.
    if (asked.planAgreed() && readPlan >= 0 && readPlan != plan.planVersion()) {
      return Uni.createFrom().item(TalkOutcome.OVERTAKEN);
    }
    boolean agreesAnew = asked.planAgreed() && !plan.isAgreed();
    return standing.filter(asked::logsTheSameAs).isPresent() && !agreesAnew
        ? Uni.createFrom().item(TalkOutcome.UNCHANGED)
        : store(followUp, next(asked, standing)).replaceWith(TalkOutcome.LOGGED);
  }

  /** All logs and corrections of both talks, newest first; within a session. */
  public Uni<List<Talk>> history(UUID enrollmentId) {
    return repository.history(enrollmentId);
  }

  private static Talk next(Talk talk, Optional<Talk> standing) {
    return talk.as(standing.map(Talk::talkVersion).orElse(0) + 1);
  }

  private Uni<Void> store(FollowUp followUp, Talk talk) {
    if (talk.kind() == TalkKind.AFTER) {
      followUp.agreed(talk.planAgreed());
    }
    var payload =
        TalkHeld.of(followUp.enrollmentId(), followUp.learnerId(), followUp.courseId(), talk);
    return repository
        .persist(new TalkRow(followUp.enrollmentId(), talk))
        .chain(() -> followUps.publish(followUp, List.of(new Fact(TalkHeld.TYPE, payload))));
  }
}
