package org.followthrough.actionplan.progress;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.followthrough.actionplan.followup.Fact;
import org.followthrough.actionplan.followup.FollowUp;
import org.followthrough.actionplan.followup.FollowUpContext;
import org.followthrough.actionplan.followup.FollowUps;
import org.followthrough.actionplan.plan.Plan;

/** Keeps what learners report on their actions. */
@ApplicationScoped
public class ProgressService {

  private final FollowUps followUps;
  private final ProgressRepository repository;

  ProgressService(FollowUps followUps, ProgressRepository repository) {
    this.followUps = followUps;
    this.repository = repository;
  }

  /** Takes the reports; what only repeats the latest report of the same day is left out. */
  public Uni<Void> report(FollowUpContext context, Plan plan, List<ProgressReport> reports) {
    ZoneId zone = context.learner().zone();
    return followUps.change(
        context,
        context.learnerId(),
        followUp ->
            repository
                .of(context.enrollmentId())
                .chain(
                    progress -> store(followUp, plan, progress, fresh(progress, reports, zone))));
  }

  /** All reports, oldest first; within a session. */
  public Uni<Progress> of(UUID enrollmentId) {
    return repository.of(enrollmentId);
  }

  private static List<ProgressReport> fresh(
      Progress progress, List<ProgressReport> reports, ZoneId zone) {
    return reports.stream()
        .filter(
            report ->
                progress
                    .latest(report.actionId())
                    .filter(latest -> report.repeats(latest, zone))
                    .isEmpty())
        .toList();
  }

  private Uni<Void> store(
      FollowUp followUp, Plan plan, Progress progress, List<ProgressReport> fresh) {
    if (fresh.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    if (plan.planVersion() == followUp.planVersion()) {
      followUp.applied(progress.with(fresh).isAllApplied(plan));
    }
    UUID id = followUp.enrollmentId();
    List<Fact> facts = fresh.stream().map(report -> fact(followUp, report)).toList();
    return repository
        .persist(fresh.stream().map(report -> new ProgressRow(id, report)))
        .chain(() -> followUps.publish(followUp, facts));
  }

  private static Fact fact(FollowUp followUp, ProgressReport report) {
    return new Fact(
        ActionProgressReported.TYPE,
        ActionProgressReported.of(
            followUp.enrollmentId(), followUp.learnerId(), followUp.courseId(), report));
  }
}
