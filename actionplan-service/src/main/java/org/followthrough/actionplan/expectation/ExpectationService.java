package org.followthrough.actionplan.expectation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.actionplan.followup.Fact;
import org.followthrough.actionplan.followup.FollowUp;
import org.followthrough.actionplan.followup.FollowUpContext;
import org.followthrough.actionplan.followup.FollowUps;

/** Keeps what learners say before the course. */
@ApplicationScoped
public class ExpectationService {

  private final FollowUps followUps;
  private final ExpectationRepository repository;

  ExpectationService(FollowUps followUps, ExpectationRepository repository) {
    this.followUps = followUps;
    this.repository = repository;
  }

  /** Takes what was said; the same words again change nothing and publish nothing. */
  public Uni<Void> share(FollowUpContext context, Expectations said) {
    return followUps.change(
        context,
        context.learnerId(),
        followUp ->
            repository
                .findById(context.enrollmentId())
                .chain(
                    row ->
                        row != null && row.expectations().saysTheSameAs(said)
                            ? Uni.createFrom().voidItem()
                            : store(row, followUp, said)));
  }

  /** Within a session. */
  public Uni<Optional<Expectations>> of(UUID enrollmentId) {
    return repository
        .findById(enrollmentId)
        .map(row -> Optional.ofNullable(row).map(ExpectationRow::expectations));
  }

  private Uni<Void> store(ExpectationRow standing, FollowUp followUp, Expectations said) {
    ExpectationRow row = standing == null ? new ExpectationRow(followUp.enrollmentId()) : standing;
    row.take(said);
    var payload =
        ExpectationsShared.of(
            followUp.enrollmentId(), followUp.learnerId(), followUp.courseId(), said);
    return repository
        .persist(row)
        .chain(
            () -> followUps.publish(followUp, List.of(new Fact(ExpectationsShared.TYPE, payload))));
  }
}
