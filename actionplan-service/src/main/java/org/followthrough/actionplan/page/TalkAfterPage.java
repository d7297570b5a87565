package org.followthrough.actionplan.page;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.followthrough.actionplan.story.FollowUpStories;
import org.followthrough.actionplan.story.FollowUpStory;
import org.followthrough.actionplan.talk.TalkForm;
import org.followthrough.actionplan.talk.TalkOutcome;
import org.followthrough.actionplan.talk.TalkService;
import org.followthrough.actionplan.text.Finding;
import org.followthrough.actionplan.text.Form;

/** LEAP 3: the manager's talk after the course, over the learner's reflection and plan. */
@Singleton
class TalkAfterPage implements LinkedPage {

  private final FollowUpStories stories;
  private final TalkService service;

  TalkAfterPage(FollowUpStories stories, TalkService service) {
    this.stories = stories;
    this.service = service;
  }

  @Override
  public String key() {
    return "talk/after";
  }

  @Override
  public Uni<Response> show(Visit visit) {
    return story(visit)
        .chain(
            story -> {
              var values = TalkViews.afterValues(story, visit);
              return render(200, visit, story, FormView.filled(values, visit.lang()), false);
            });
  }

  @Override
  public Uni<Response> take(Visit visit, Form form) {
    TalkForm read = TalkForm.after(form, visit.link().recipient(), visit.today(), visit.now());
    if (!read.findings().isEmpty()) {
      return again(400, visit, form, read.findings());
    }
    return service
        .log(visit.context(), read.talk(), form.version("basedOn"))
        .chain(outcome -> answer(visit, form, outcome));
  }

  private Uni<Response> answer(Visit visit, Form form, TalkOutcome outcome) {
    return outcome == TalkOutcome.OVERTAKEN
        ? again(409, visit, form, List.of())
        : Uni.createFrom().item(Answers.seeOther(visit.path() + "?" + Visit.SAVED));
  }

  private Uni<Response> again(int status, Visit visit, Form form, List<Finding> findings) {
    return story(visit)
        .chain(
            story -> {
              boolean overtaken = isOvertaken(form, story);
              Form kept = overtaken ? form.without("planAgreed") : form;
              var view = new FormView(kept, findings, visit.lang());
              return render(status, visit, story, view, overtaken);
            });
  }

  // What is shown now is not what was read, so whoever agreed has to do so again.
  private static boolean isOvertaken(Form form, FollowUpStory story) {
    int read = form.version("basedOn");
    return read >= 0 && read != story.standing().planVersion();
  }

  private Uni<FollowUpStory> story(Visit visit) {
    return stories.of(visit.context().enrollmentId());
  }

  private static Uni<Response> render(
      int status, Visit visit, FollowUpStory story, FormView form, boolean overtaken) {
    var view = TalkViews.after(visit, story, form, status == 200, overtaken);
    return Answers.page(status, visit.lang(), TalkTemplates.after(view));
  }
}
