package org.followthrough.actionplan.page;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.followthrough.actionplan.reflection.Reflection;
import org.followthrough.actionplan.reflection.ReflectionForm;
import org.followthrough.actionplan.reflection.ReflectionService;
import org.followthrough.actionplan.story.FollowUpStories;
import org.followthrough.actionplan.story.FollowUpStory;
import org.followthrough.actionplan.text.Finding;
import org.followthrough.actionplan.text.Form;

/** LEAP 2: what was learnt and where it will be used. */
@Singleton
class ReflectionPage implements LinkedPage {

  private final FollowUpStories stories;
  private final ReflectionService service;

  ReflectionPage(FollowUpStories stories, ReflectionService service) {
    this.stories = stories;
    this.service = service;
  }

  @Override
  public String key() {
    return "plan/reflection";
  }

  @Override
  public Uni<Response> show(Visit visit) {
    return stories
        .of(visit.context().enrollmentId())
        .chain(story -> render(200, visit, story, Form.of(values(story)), List.of()));
  }

  @Override
  public Uni<Response> take(Visit visit, Form form) {
    ReflectionForm read = ReflectionForm.read(form, visit.now());
    if (read.findings().isEmpty()) {
      return service
          .capture(visit.context(), read.reflection())
          .map(done -> Answers.seeOther(visit.path() + "?" + Visit.SAVED));
    }
    return stories
        .of(visit.context().enrollmentId())
        .chain(story -> render(400, visit, story, form, read.findings()));
  }

  private static Uni<Response> render(
      int status, Visit visit, FollowUpStory story, Form form, List<Finding> findings) {
    var view =
        new PlanTemplates.ReflectionView(
            visit.lang(),
            visit.path(),
            Names.greeted(visit.recipient()),
            Names.course(visit.context(), visit.lang()),
            visit.isJustSaved() && status == 200 && story.reflection().isPresent(),
            story.plan().isPresent(),
            new FormView(form, findings, visit.lang()));
    return Answers.page(status, visit.lang(), PlanTemplates.reflection(view));
  }

  private static Map<String, String> values(FollowUpStory story) {
    return story.reflection().map(ReflectionPage::values).orElse(Map.of());
  }

  private static Map<String, String> values(Reflection reflection) {
    return Map.of("learnt", reflection.learnt(), "whereUsed", reflection.whereUsed());
  }
}
