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
   * Logs a talk, or a correction as its next version; the same again changes nothing. A talk can
   * agree only a plan that stands.
   */
  public Uni<Void> log(FollowUpContext context, Talk talk) {
    return followUps.change(
        context,
        followUp ->
            repository
                .history(context.enrollmentId())
                .chain(
                    history -> {
                      Optional<Talk> standing =
                          history.stream().filter(t -> t.kind() == talk.kind()).findFirst();
                      return standing.filter(talk::logsTheSameAs).isPresent()
                          ? Uni.createFrom().voidItem()
                          : store(followUp, next(talk, standing));
                    }));
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
