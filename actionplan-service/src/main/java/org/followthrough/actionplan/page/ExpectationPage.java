package org.followthrough.actionplan.page;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.followthrough.actionplan.expectation.ExpectationForm;
import org.followthrough.actionplan.expectation.ExpectationService;
import org.followthrough.actionplan.expectation.Expectations;
import org.followthrough.actionplan.story.FollowUpStories;
import org.followthrough.actionplan.text.Form;

/** LEAP 1: what a learner expects, before the course. */
@Singleton
class ExpectationPage implements LinkedPage {

  private final FollowUpStories stories;
  private final ExpectationService service;

  ExpectationPage(FollowUpStories stories, ExpectationService service) {
    this.stories = stories;
    this.service = service;
  }

  @Override
  public String key() {
    return "plan/expectations";
  }

  @Override
  public Uni<Response> show(Visit visit) {
    return stories
        .of(visit.context().enrollmentId())
        .map(story -> story.expectations().map(ExpectationPage::values).orElse(Map.of()))
        .chain(values -> render(200, visit, FormView.filled(values, visit.lang())));
  }

  @Override
  public Uni<Response> take(Visit visit, Form form) {
    ExpectationForm read = ExpectationForm.read(form, visit.now());
    if (!read.findings().isEmpty()) {
      return render(400, visit, new FormView(form, read.findings(), visit.lang()));
    }
    return service
        .share(visit.context(), read.expectations())
        .map(done -> Answers.seeOther(visit.path() + "?" + Visit.SAVED));
  }

  private static Uni<Response> render(int status, Visit visit, FormView form) {
    var view =
        new PlanTemplates.ExpectationsView(
            visit.lang(),
            visit.path(),
            Names.greeted(visit.recipient()),
            Names.course(visit.context(), visit.lang()),
            visit.isJustSaved() && status == 200,
            form);
    return Answers.page(status, visit.lang(), PlanTemplates.expectations(view));
  }

  private static Map<String, String> values(Expectations said) {
    return Map.of(
        "whyAttending", said.whyAttending(),
        "whereUsed", said.whereUsed(),
        "challenge", said.challenge() == null ? "" : said.challenge(),
        "baseline", Integer.toString(said.baseline()));
  }
}
