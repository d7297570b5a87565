package org.followthrough.actionplan.page;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.followthrough.actionplan.expectation.Expectations;
import org.followthrough.actionplan.followup.FollowUpContext;
import org.followthrough.actionplan.plan.Plan;
import org.followthrough.actionplan.reflection.Reflection;
import org.followthrough.actionplan.story.FollowUpStory;
import org.followthrough.actionplan.talk.Talk;
import org.followthrough.actionplan.talk.TalkKind;
import org.followthrough.actionplan.text.Days;

/** Puts a talk in words for its pages. */
final class TalkViews {

  private TalkViews() {}

  static TalkTemplates.BeforeView before(
      Visit visit, FollowUpStory story, FormView form, boolean accepted) {
    Optional<Expectations> said = story.expectations();
    return new TalkTemplates.BeforeView(
        talk(visit, story.talk(TalkKind.BEFORE), form, accepted),
        said.isPresent(),
        said.map(Expectations::whyAttending).orElse(null),
        said.map(Expectations::whereUsed).orElse(null),
        said.map(Expectations::challenge).orElse(null));
  }

  static TalkTemplates.AfterView after(
      Visit visit, FollowUpStory story, FormView form, boolean accepted, boolean overtaken) {
    Optional<Reflection> reflection = story.reflection();
    Optional<Talk> logged = story.talk(TalkKind.AFTER);
    boolean agreed = story.standing().isAgreed();
    return new TalkTemplates.AfterView(
        talk(visit, logged, form, accepted),
        reflection.isPresent(),
        reflection.map(Reflection::learnt).orElse(null),
        reflection.map(Reflection::whereUsed).orElse(null),
        story.plan().map(Plan::goal).orElse(null),
        story.plan().map(plan -> PlanViews.actions(plan, story, visit.lang())).orElse(List.of()),
        story.standing().planVersion(),
        agreed,
        overtaken || (!agreed && logged.filter(Talk::planAgreed).isPresent()));
  }

  /** What was logged of the talk after the course, as the values of the form. */
  static Map<String, String> afterValues(FollowUpStory story, Visit visit) {
    var values = values(story.talk(TalkKind.AFTER), visit);
    if (story.standing().isAgreed()) {
      values.put("planAgreed", "yes");
    }
    return values;
  }

  /** What was logged as the values of the form; most talks are logged on their day. */
  static Map<String, String> values(Optional<Talk> logged, Visit visit) {
    var values = new HashMap<String, String>();
    values.put("heldOn", logged.map(Talk::heldOn).orElse(visit.today()).toString());
    logged.map(Talk::baseline).ifPresent(rating -> values.put("baseline", rating.toString()));
    logged.map(Talk::outcome).ifPresent(outcome -> values.put("outcome", outcome));
    return values;
  }

  private static TalkTemplates.TalkView talk(
      Visit visit, Optional<Talk> logged, FormView form, boolean accepted) {
    FollowUpContext context = visit.context();
    String lang = visit.lang();
    return new TalkTemplates.TalkView(
        lang,
        visit.path(),
        Names.greeted(visit.recipient()),
        Names.person(context.learner(), lang),
        Names.course(context, lang),
        context.behaviours(),
        inWords(context.startsOn(), lang),
        visit.isJustSaved() && accepted && logged.isPresent(),
        logged.isPresent(),
        inWords(logged.map(Talk::heldOn).orElse(null), lang),
        visit.isCourseOver(),
        visit.today().toString(),
        form);
  }

  private static String inWords(LocalDate day, String lang) {
    return day == null ? null : Days.inWords(day, lang);
  }
}
