package org.followthrough.actionplan.reflection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.actionplan.followup.Fact;
import org.followthrough.actionplan.followup.FollowUp;
import org.followthrough.actionplan.followup.FollowUpContext;
import org.followthrough.actionplan.followup.FollowUps;

/** Keeps what learners take from the course. */
@ApplicationScoped
public class ReflectionService {

  private final FollowUps followUps;
  private final ReflectionRepository repository;

  ReflectionService(FollowUps followUps, ReflectionRepository repository) {
    this.followUps = followUps;
    this.repository = repository;
  }

  /** Takes the reflection; the same words again change nothing and publish nothing. */
  public Uni<Void> capture(FollowUpContext context, Reflection reflection) {
    return followUps.change(
        context, context.learnerId(), followUp -> capture(followUp, reflection));
  }

  /** The same within a change that is under way. */
  public Uni<Void> capture(FollowUp followUp, Reflection reflection) {
    return repository
        .findById(followUp.enrollmentId())
        .chain(
            row ->
                row != null && row.reflection().saysTheSameAs(reflection)
                    ? Uni.createFrom().voidItem()
                    : store(row, followUp, reflection));
  }

  /** Within a session. */
  public Uni<Optional<Reflection>> of(UUID enrollmentId) {
    return repository
        .findById(enrollmentId)
        .map(row -> Optional.ofNullable(row).map(ReflectionRow::reflection));
  }

  private Uni<Void> store(ReflectionRow standing, FollowUp followUp, Reflection reflection) {
    ReflectionRow row = standing == null ? new ReflectionRow(followUp.enrollmentId()) : standing;
    row.take(reflection);
    var payload =
        ReflectionCaptured.of(
            followUp.enrollmentId(), followUp.learnerId(), followUp.courseId(), reflection);
    return repository
        .persist(row)
        .chain(
            () -> followUps.publish(followUp, List.of(new Fact(ReflectionCaptured.TYPE, payload))));
  }
}
