package org.followthrough.actionplan.page;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.followthrough.actionplan.expectation.ExpectationForm;
import org.followthrough.actionplan.expectation.ExpectationService;
import org.followthrough.actionplan.expectation.Expectations;
import org.followthrough.actionplan.story.FollowUpStories;
import org.followthrough.actionplan.story.FollowUpStory;
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
        .chain(
            story ->
                visit.isCourseOver()
                    ? over(200, visit, story)
                    : render(200, visit, filled(visit, story), story.expectations().isPresent()));
  }

  @Override
  public Uni<Response> take(Visit visit, Form form) {
    // What is said now would not be a word before the course, nor its number one to compare with.
    if (visit.isCourseOver()) {
      return stories.of(visit.context().enrollmentId()).chain(story -> over(409, visit, story));
    }
    ExpectationForm read = ExpectationForm.read(form, visit.now());
    if (!read.findings().isEmpty()) {
      return render(400, visit, new FormView(form, read.findings(), visit.lang()), false);
    }
    return service
        .share(visit.context(), read.expectations())
        .map(done -> Answers.seeOther(visit.path() + "?" + Visit.SAVED));
  }

  private static FormView filled(Visit visit, FollowUpStory story) {
    return FormView.filled(
        story.expectations().map(ExpectationPage::values).orElse(Map.of()), visit.lang());
  }

  private static Uni<Response> render(int status, Visit visit, FormView form, boolean shared) {
    var view =
        new PlanTemplates.ExpectationsView(
            visit.lang(),
            visit.path(),
            Names.greeted(visit.recipient()),
            Names.course(visit.context(), visit.lang()),
            visit.isJustSaved() && shared,
            form);
    return Answers.page(status, visit.lang(), PlanTemplates.expectations(view));
  }

  private static Uni<Response> over(int status, Visit visit, FollowUpStory story) {
    Optional<Expectations> said = story.expectations();
    var view =
        new PlanTemplates.ExpectationsOverView(
            visit.lang(),
            visit.path(),
            Names.course(visit.context(), visit.lang()),
            said.isPresent(),
            said.map(Expectations::whyAttending).orElse(null),
            said.map(Expectations::whereUsed).orElse(null),
            said.map(Expectations::challenge).orElse(null),
            said.map(Expectations::baseline).orElse(0),
            story.plan().isPresent());
    return Answers.page(status, visit.lang(), PlanTemplates.expectationsOver(view));
  }

  private static Map<String, String> values(Expectations said) {
    return Map.of(
        "whyAttending", said.whyAttending(),
        "whereUsed", said.whereUsed(),
        "challenge", said.challenge() == null ? "" : said.challenge(),
        "baseline", Integer.toString(said.baseline()));
  }
}
