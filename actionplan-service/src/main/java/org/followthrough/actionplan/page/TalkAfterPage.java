package org.followthrough.actionplan.page;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.followthrough.actionplan.story.FollowUpStories;
import org.followthrough.actionplan.story.FollowUpStory;
import org.followthrough.actionplan.talk.TalkForm;
import org.followthrough.actionplan.talk.TalkKind;
import org.followthrough.actionplan.talk.TalkService;
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
    return stories
        .of(visit.context().enrollmentId())
        .chain(
            story -> {
              var values = TalkViews.values(story.talk(TalkKind.AFTER));
              return render(200, visit, story, FormView.filled(values, visit.lang()));
            });
  }

  @Override
  public Uni<Response> take(Visit visit, Form form) {
    return stories.of(visit.context().enrollmentId()).chain(story -> take(visit, story, form));
  }

  private Uni<Response> take(Visit visit, FollowUpStory story, Form form) {
    TalkForm read =
        TalkForm.after(
            form, visit.link().recipient(), visit.today(), visit.now(), story.plan().isPresent());
    if (!read.findings().isEmpty()) {
      return render(400, visit, story, new FormView(form, read.findings(), visit.lang()));
    }
    if (read.talk().planAgreed() && isOvertaken(form, story)) {
      return render(409, visit, story, new FormView(form, List.of(), visit.lang()));
    }
    return service
        .log(visit.context(), read.talk())
        .map(done -> Answers.seeOther(visit.path() + "?" + Visit.SAVED));
  }

  // Nobody shall agree to what they have not read. A sender that does not say what was read is
  // believed.
  private static boolean isOvertaken(Form form, FollowUpStory story) {
    String read = form.raw("basedOn");
    return read != null
        && story.plan().filter(plan -> !read.equals("" + plan.planVersion())).isPresent();
  }

  private static Uni<Response> render(int status, Visit visit, FollowUpStory story, FormView form) {
    var view = TalkViews.after(visit, story, form, status);
    return Answers.page(status, visit.lang(), TalkTemplates.after(view));
  }
}
