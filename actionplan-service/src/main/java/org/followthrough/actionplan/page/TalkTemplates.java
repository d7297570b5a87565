package org.followthrough.actionplan.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The manager's pages. */
@CheckedTemplate(basePath = "talk")
class TalkTemplates {

  static native TemplateInstance before(BeforeView page);

  static native TemplateInstance after(AfterView page);

  /** What both talks show. */
  record TalkView(
      String lang,
      String path,
      String name,
      String learner,
      String course,
      List<String> behaviours,
      String startsOn,
      boolean saved,
      boolean logged,
      String loggedOn,
      boolean courseOver,
      String today,
      FormView form) {}

  /** The talk before the course. */
  record BeforeView(
      TalkView talk, boolean shared, String whyAttending, String whereUsed, String challenge) {}

  /**
   * The talk after the course.
   *
   * @param agreed the manager agreed the plan as it stands
   * @param overtaken the plan was changed since the manager read or agreed it
   */
  record AfterView(
      TalkView talk,
      boolean reflected,
      String learnt,
      String whereUsed,
      String goal,
      List<PlanTemplates.ActionView> actions,
      int basedOn,
      boolean agreed,
      boolean overtaken) {}

  private TalkTemplates() {}
}
