package org.followthrough.actionplan.page;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.followthrough.actionplan.expectation.Expectations;
import org.followthrough.actionplan.plan.Plan;
import org.followthrough.actionplan.plan.PlanPolicy;
import org.followthrough.actionplan.plan.PlannedAction;
import org.followthrough.actionplan.progress.ProgressReport;
import org.followthrough.actionplan.progress.ProgressStatus;
import org.followthrough.actionplan.reflection.Reflection;
import org.followthrough.actionplan.story.Completeness;
import org.followthrough.actionplan.story.FollowUpStory;
import org.followthrough.actionplan.story.Ingredient;
import org.followthrough.actionplan.talk.Talk;
import org.followthrough.actionplan.talk.TalkKind;
import org.followthrough.actionplan.text.Days;
import org.followthrough.actionplan.text.Finding;
import org.followthrough.actionplan.text.Form;

/** Puts a plan in words for its pages. */
final class PlanViews {

  private PlanViews() {}

  static PlanTemplates.PlanFormView form(
      Visit visit, FollowUpStory story, Form form, List<Finding> findings, String notice) {
    var view = new FormView(form, findings, visit.lang());
    LocalDate today = visit.today();
    return new PlanTemplates.PlanFormView(
        visit.lang(),
        visit.path() + (visit.wantsPlanForm() ? "?" + Visit.CHANGE : ""),
        Names.greeted(visit.recipient()),
        Names.course(visit.context(), visit.lang()),
        notice,
        story.reflection().isEmpty(),
        story.plan().isPresent(),
        story.expectations().map(Expectations::whereUsed).orElse(null),
        story.expectations().map(Expectations::challenge).orElse(null),
        story.reflection().map(Reflection::learnt).orElse(null),
        story.plan().map(Plan::planVersion).orElse(0),
        slots(form, story, view),
        story.plan().isPresent() ? null : today.toString(),
        PlanPolicy.lastFirstStep(today).toString(),
        view);
  }

  static PlanTemplates.PlanView shown(Visit visit, FollowUpStory story) {
    Plan plan = story.plan().orElseThrow();
    Completeness completeness = story.completeness();
    Optional<Talk> noted = story.talk(TalkKind.AFTER);
    return new PlanTemplates.PlanView(
        visit.lang(),
        visit.path(),
        Names.greeted(visit.recipient()),
        Names.course(visit.context(), visit.lang()),
        visit.isJustSaved(),
        story.standing().isAgreed(),
        plan.actions().size() > PlanPolicy.ADVISED_ACTIONS,
        plan.planVersion(),
        plan.goal(),
        actions(plan, story, visit.lang()),
        noted.map(Talk::outcome).orElse(null),
        noted.map(talk -> Days.inWords(talk.heldOn(), visit.lang())).orElse(null),
        ingredients(completeness),
        completeness.next().map(Ingredient::key).orElse(""));
  }

  static List<PlanTemplates.ActionView> actions(Plan plan, FollowUpStory story, String lang) {
    return plan.actions().stream()
        .map(action -> action(action, story.progress().latest(action.actionId()), lang))
        .toList();
  }

  /** The plan as the values of its form. */
  static Map<String, String> values(FollowUpStory story) {
    var values = new HashMap<String, String>();
    story
        .plan()
        .ifPresent(
            plan -> {
              values.put("goal", plan.goal());
              for (int i = 0; i < plan.actions().size(); i++) {
                put(values, i + 1, plan.actions().get(i));
              }
            });
    return values;
  }

  private static void put(Map<String, String> values, int n, PlannedAction action) {
    values.put("actionId" + n, action.actionId().toString());
    values.put("situation" + n, action.situation());
    values.put("action" + n, action.action());
    values.put("firstStep" + n, action.firstStep());
    values.put("firstStepOn" + n, action.firstStepOn().toString());
    values.put("dueOn" + n, action.dueOn().toString());
    values.put("barrier" + n, Optional.ofNullable(action.barrier()).orElse(""));
    values.put("enabler" + n, Optional.ofNullable(action.enabler()).orElse(""));
  }

  private static List<PlanTemplates.Slot> slots(Form form, FollowUpStory story, FormView view) {
    int planned = story.plan().map(plan -> plan.actions().size()).orElse(0);
    int filled =
        (int)
            IntStream.rangeClosed(1, PlanPolicy.MOST_ACTIONS)
                .filter(n -> !view.value("situation" + n).isBlank())
                .count();
    int number = Math.max(PlanPolicy.ADVISED_ACTIONS, Math.max(planned, filled));
    return IntStream.rangeClosed(1, number).mapToObj(n -> slot(n, form, view, story)).toList();
  }

  private static PlanTemplates.Slot slot(int n, Form form, FormView view, FollowUpStory story) {
    boolean open =
        form.fields().stream()
            .anyMatch(field -> field.endsWith(Integer.toString(n)) && !view.value(field).isBlank());
    return new PlanTemplates.Slot(n, open, n == 1, standingId(view.value("actionId" + n), story));
  }

  // An action that another tab has dropped meanwhile would be a new one.
  private static String standingId(String id, FollowUpStory story) {
    return story.plan().stream()
        .flatMap(plan -> plan.actions().stream())
        .map(action -> action.actionId().toString())
        .filter(id::equals)
        .findFirst()
        .orElse("");
  }

  private static PlanTemplates.ActionView action(
      PlannedAction action, Optional<ProgressReport> latest, String lang) {
    boolean stuckWithoutWord =
        latest
            .filter(report -> report.status() == ProgressStatus.STUCK && report.note() == null)
            .isPresent();
    return new PlanTemplates.ActionView(
        action.actionId().toString(),
        IfThen.cue(action.situation()),
        IfThen.deed(action.action()),
        action.firstStep(),
        Days.inWords(action.firstStepOn(), lang),
        Days.inWords(action.dueOn(), lang),
        action.barrier(),
        action.enabler(),
        latest.map(report -> report.status().key()).orElse(""),
        latest.map(ProgressReport::note).orElse(null),
        stuckWithoutWord);
  }

  private static List<PlanTemplates.IngredientView> ingredients(Completeness completeness) {
    return Arrays.stream(Ingredient.values())
        .map(
            ingredient ->
                new PlanTemplates.IngredientView(
                    ingredient.key(), completeness.present().contains(ingredient)))
        .toList();
  }
}
