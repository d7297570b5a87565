package org.followthrough.actionplan.api;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.followthrough.actionplan.followup.FollowUpClosedException;
import org.followthrough.actionplan.followup.FollowUpContext;
import org.followthrough.actionplan.plan.PlanDraft;
import org.followthrough.actionplan.plan.PlanFinding;
import org.followthrough.actionplan.plan.PlanOutcome;
import org.followthrough.actionplan.plan.PlanService;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.Problem.FieldError;
import org.followthrough.kit.problem.ProblemException;

/** Commits and revises plans that come through the API. */
@Singleton
class PlanWriter {

  private final PlanReader reader;
  private final PlanService plans;
  private final Clock clock;

  PlanWriter(PlanReader reader, PlanService plans, Clock clock) {
    this.reader = reader;
    this.plans = plans;
    this.clock = clock;
  }

  Uni<Response> put(UUID organizationId, String enrollmentId, PlanBody body) {
    if (body == null) {
      throw new ProblemException(Problem.invalidField("/", "send a plan"));
    }
    return reader
        .context(organizationId, enrollmentId)
        .chain(
            context -> {
              requireOpen(context);
              return commit(context, body);
            });
  }

  private Uni<Response> commit(FollowUpContext context, PlanBody body) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), context.learner().zone());
    PlanDraft draft = body.draft();
    List<FieldError> unreadable = body.unreadable();
    return plans
        .commit(context, draft, today, -1, followUp -> refuse(unreadable))
        .chain(outcome -> answer(context, outcome, unreadable))
        .onFailure(FollowUpClosedException.class)
        .transform(e -> over());
  }

  // A day that is none is refused as a missing one, but without its id an action looks like a new
  // one: this keeps such a plan from being stored.
  private static Uni<Void> refuse(List<FieldError> unreadable) {
    return unreadable.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.createFrom().failure(new ProblemException(Problem.invalidFields(unreadable)));
  }

  private Uni<Response> answer(
      FollowUpContext context, PlanOutcome outcome, List<FieldError> unreadable) {
    if (outcome instanceof PlanOutcome.Refused refused) {
      throw new ProblemException(Problem.invalidFields(merged(unreadable, refused.findings())));
    }
    if (!unreadable.isEmpty()) {
      throw new ProblemException(Problem.invalidFields(unreadable));
    }
    int status = outcome instanceof PlanOutcome.Committed ? 201 : 200;
    return reader.view(context).map(view -> Response.status(status).entity(view).build());
  }

  private static List<FieldError> merged(List<FieldError> unreadable, List<PlanFinding> findings) {
    var errors = new ArrayList<>(unreadable);
    findings.stream()
        .filter(
            finding -> unreadable.stream().noneMatch(e -> e.pointer().equals(finding.pointer())))
        .map(finding -> new FieldError(finding.pointer(), finding.sentence("en")))
        .forEach(errors::add);
    return errors;
  }

  private static void requireOpen(FollowUpContext context) {
    if (context.isOver()) {
      throw over();
    }
    if (context.learner() == null) {
      throw conflict("the learner is not known yet; try again in a minute");
    }
  }

  private static ProblemException over() {
    return conflict("the enrollment was withdrawn or the learner has left");
  }

  private static ProblemException conflict(String detail) {
    return new ProblemException(Problem.of(409, "conflict", "Conflict", detail));
  }
}
