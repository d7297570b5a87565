package org.followthrough.actionplan.page;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.followthrough.actionplan.followup.PlanStatus;
import org.followthrough.actionplan.plan.Plan;
import org.followthrough.actionplan.progress.CheckInForm;
import org.followthrough.actionplan.progress.ProgressService;
import org.followthrough.actionplan.progress.ProgressStatus;
import org.followthrough.actionplan.story.FollowUpStories;
import org.followthrough.actionplan.story.FollowUpStory;
import org.followthrough.actionplan.text.Form;

/** How it goes: the learner's own words again, and one tap for each action. */
@Singleton
class CheckInPage implements LinkedPage {

  private final FollowUpStories stories;
  private final ProgressService service;
  private final PlanPage planPage;

  CheckInPage(FollowUpStories stories, ProgressService service, PlanPage planPage) {
    this.stories = stories;
    this.service = service;
    this.planPage = planPage;
  }

  @Override
  public String key() {
    return "plan/checkin";
  }

  @Override
  public Uni<Response> show(Visit visit) {
    return stories
        .of(visit.context().enrollmentId())
        .chain(
            story ->
                story.plan().isEmpty()
                    ? planPage.show(visit)
                    : render(200, visit, story, FormView.empty(visit.lang()), false));
  }

  @Override
  public Uni<Response> take(Visit visit, Form form) {
    return stories
        .of(visit.context().enrollmentId())
        .chain(
            story ->
                story.plan().isEmpty()
                    ? planPage.take(visit, form)
                    : take(visit, story, story.plan().get(), form));
  }

  private Uni<Response> take(Visit visit, FollowUpStory story, Plan plan, Form form) {
    CheckInForm read = CheckInForm.read(form, plan, visit.now());
    if (read.overtaken()) {
      return render(409, visit, story, FormView.empty(visit.lang()), true);
    }
    if (!read.findings().isEmpty()) {
      return render(400, visit, story, new FormView(form, read.findings(), visit.lang()), false);
    }
    return service
        .report(visit.context(), plan, read.reports())
        .map(done -> Answers.seeOther(visit.path() + "?" + Visit.SAVED));
  }

  private static Uni<Response> render(
      int status, Visit visit, FollowUpStory story, FormView form, boolean overtaken) {
    Plan plan = story.plan().orElseThrow();
    List<PlanTemplates.ActionView> actions = PlanViews.actions(plan, story, visit.lang());
    var view =
        new PlanTemplates.CheckInView(
            visit.lang(),
            visit.path(),
            Names.greeted(visit.recipient()),
            Names.course(visit.context(), visit.lang()),
            visit.isJustSaved() && status == 200 && !story.progress().reports().isEmpty(),
            overtaken,
            story.status() == PlanStatus.APPLIED,
            plan.goal(),
            actions,
            actions.stream().filter(CheckInPage::isStuck).toList(),
            form);
    return Answers.page(status, visit.lang(), PlanTemplates.checkIn(view));
  }

  private static boolean isStuck(PlanTemplates.ActionView action) {
    return action.status().equals(ProgressStatus.STUCK.key());
  }
}
