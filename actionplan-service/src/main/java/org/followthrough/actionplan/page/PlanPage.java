package org.followthrough.actionplan.page;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.followthrough.actionplan.followup.FollowUp;
import org.followthrough.actionplan.plan.PlanForm;
import org.followthrough.actionplan.plan.PlanOutcome;
import org.followthrough.actionplan.plan.PlanPolicy;
import org.followthrough.actionplan.plan.PlanService;
import org.followthrough.actionplan.reflection.ReflectionForm;
import org.followthrough.actionplan.reflection.ReflectionService;
import org.followthrough.actionplan.story.FollowUpStories;
import org.followthrough.actionplan.story.FollowUpStory;
import org.followthrough.actionplan.text.Finding;
import org.followthrough.actionplan.text.Findings;
import org.followthrough.actionplan.text.Form;

/** The if-then plan: a form until it is committed, then the plan itself with a way to change it. */
@Singleton
class PlanPage implements LinkedPage {

  static final String KEY = "plan/plan";

  private final FollowUpStories stories;
  private final PlanService plans;
  private final ReflectionService reflections;

  PlanPage(FollowUpStories stories, PlanService plans, ReflectionService reflections) {
    this.stories = stories;
    this.plans = plans;
    this.reflections = reflections;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Uni<Response> show(Visit visit) {
    return stories
        .of(visit.context().enrollmentId())
        .chain(
            story ->
                story.plan().isPresent() && (visit.isJustSaved() || !visit.wantsPlanForm())
                    ? Answers.page(visit.lang(), PlanTemplates.shown(PlanViews.shown(visit, story)))
                    : showForm(visit, story));
  }

  @Override
  public Uni<Response> take(Visit visit, Form form) {
    return stories
        .of(visit.context().enrollmentId())
        .chain(story -> take(visit, story, PlanForm.read(form)));
  }

  private Uni<Response> take(Visit visit, FollowUpStory story, PlanForm read) {
    Optional<ReflectionForm> reflection =
        story.reflection().isPresent()
            ? Optional.empty()
            : Optional.of(ReflectionForm.read(read.form(), visit.now()));
    List<Finding> findings =
        isOvertaken(story, read) ? List.of() : findings(visit, story, read, reflection);
    if (!findings.isEmpty()) {
      return again(400, visit, story, read.form(), findings, "");
    }
    return plans
        .commit(
            visit.context(), read.draft(), visit.today(), read.basedOn(), reflecting(reflection))
        .chain(outcome -> answer(visit, story, read, outcome));
  }

  // To go through its faults would be beside the point: first they see the plan as it stands.
  private static boolean isOvertaken(FollowUpStory story, PlanForm read) {
    return read.basedOn() >= 0 && read.basedOn() != story.standing().planVersion();
  }

  private static List<Finding> findings(
      Visit visit, FollowUpStory story, PlanForm read, Optional<ReflectionForm> reflection) {
    return Findings.firstOfEachField(
        reflection.map(ReflectionForm::findings).orElse(List.of()),
        read.findings(),
        PlanPolicy.review(read.draft(), visit.today(), story.plan()));
  }

  private Function<FollowUp, Uni<Void>> reflecting(Optional<ReflectionForm> reflection) {
    return followUp ->
        reflection
            .filter(read -> read.findings().isEmpty())
            .map(read -> reflections.capture(followUp, read.reflection()))
            .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Response> answer(
      Visit visit, FollowUpStory story, PlanForm read, PlanOutcome outcome) {
    if (outcome instanceof PlanOutcome.Refused refused) {
      List<Finding> findings = Findings.firstOfEachField(refused.findings());
      return again(400, visit, story, read.form(), findings, "");
    }
    if (outcome instanceof PlanOutcome.Overtaken) {
      return stories
          .of(visit.context().enrollmentId())
          .chain(now -> again(409, visit, now, read.form(), List.of(), "overtaken"));
    }
    String saved = visit.wantsPlanForm() ? Visit.CHANGE + "&" + Visit.SAVED : Visit.SAVED;
    return Uni.createFrom().item(Answers.seeOther(visit.path() + "?" + saved));
  }

  private static Uni<Response> showForm(Visit visit, FollowUpStory story) {
    return again(200, visit, story, Form.of(PlanViews.values(story)), List.of(), "");
  }

  private static Uni<Response> again(
      int status,
      Visit visit,
      FollowUpStory story,
      Form form,
      List<Finding> findings,
      String notice) {
    var view = PlanViews.form(visit, story, form, findings, notice);
    return Answers.page(status, visit.lang(), PlanTemplates.form(view));
  }
}
