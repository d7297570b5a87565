package org.followthrough.actionplan.page;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.followthrough.actionplan.story.FollowUpStories;
import org.followthrough.actionplan.story.FollowUpStory;
import org.followthrough.actionplan.talk.Talk;
import org.followthrough.actionplan.talk.TalkForm;
import org.followthrough.actionplan.talk.TalkKind;
import org.followthrough.actionplan.talk.TalkService;
import org.followthrough.actionplan.text.Form;

/** The manager's talk before the course. */
@Singleton
class TalkBeforePage implements LinkedPage {

  private final FollowUpStories stories;
  private final TalkService service;

  TalkBeforePage(FollowUpStories stories, TalkService service) {
    this.stories = stories;
    this.service = service;
  }

  @Override
  public String key() {
    return "talk/before";
  }

  @Override
  public Uni<Response> show(Visit visit) {
    return stories
        .of(visit.context().enrollmentId())
        .chain(
            story -> {
              var values = TalkViews.values(story.talk(TalkKind.BEFORE), visit);
              return render(200, visit, story, FormView.filled(values, visit.lang()));
            });
  }

  @Override
  public Uni<Response> take(Visit visit, Form form) {
    return stories.of(visit.context().enrollmentId()).chain(story -> take(visit, story, form));
  }

  private Uni<Response> take(Visit visit, FollowUpStory story, Form form) {
    TalkForm read = read(visit, story, form);
    if (!read.findings().isEmpty()) {
      return render(400, visit, story, new FormView(form, read.findings(), visit.lang()));
    }
    return service
        .log(visit.context(), read.talk(), -1)
        .map(done -> Answers.seeOther(visit.path() + "?" + Visit.SAVED));
  }

  private static TalkForm read(Visit visit, FollowUpStory story, Form form) {
    UUID manager = visit.link().recipient();
    if (!visit.isCourseOver()) {
      return TalkForm.before(form, manager, visit.today(), visit.now());
    }
    Integer given = story.talk(TalkKind.BEFORE).map(Talk::baseline).orElse(null);
    return TalkForm.beforeInHindsight(form, manager, visit.today(), visit.now(), given);
  }

  private static Uni<Response> render(int status, Visit visit, FollowUpStory story, FormView form) {
    var view = TalkViews.before(visit, story, form, status == 200);
    return Answers.page(status, visit.lang(), TalkTemplates.before(view));
  }
}
