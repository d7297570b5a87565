package org.followthrough.actionplan.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The learner's pages. */
@CheckedTemplate(basePath = "plan")
class PlanTemplates {

  static native TemplateInstance expectations(ExpectationsView page);

  static native TemplateInstance expectationsOver(ExpectationsOverView page);

  static native TemplateInstance reflection(ReflectionView page);

  static native TemplateInstance form(PlanFormView page);

  static native TemplateInstance shown(PlanView page);

  static native TemplateInstance checkIn(CheckInView page);

  /** LEAP 1. */
  record ExpectationsView(
      String lang, String path, String name, String course, boolean saved, FormView form) {}

  /**
   * LEAP 1 once the course is over.
   *
   * @param shared whether anything was said; else what follows is null, or 0
   */
  record ExpectationsOverView(
      String lang,
      String path,
      String course,
      boolean shared,
      String whyAttending,
      String whereUsed,
      String challenge,
      int baseline,
      boolean hasPlan) {}

  /** LEAP 2. */
  record ReflectionView(
      String lang,
      String path,
      String name,
      String course,
      boolean saved,
      boolean hasPlan,
      FormView form) {}

  /**
   * The plan as a form.
   *
   * @param notice why the form is here in another way than expected: overtaken, check-in or none
   */
  record PlanFormView(
      String lang,
      String path,
      String name,
      String course,
      String notice,
      boolean asksReflection,
      boolean revises,
      String expectation,
      String challenge,
      String learnt,
      int basedOn,
      List<Slot> slots,
      String firstStepFrom,
      String firstStepTo,
      FormView form) {}

  /** One action's place in the form. */
  record Slot(int number, boolean open, boolean required, String actionId) {

    /** The field's name. */
    public String field(String part) {
      return part + number;
    }
  }

  /**
   * The plan as it stands.
   *
   * @param note what the manager noted of the talk after the course; null for nothing
   * @param next the ingredient that is missing; empty where none is
   */
  record PlanView(
      String lang,
      String path,
      String name,
      String course,
      boolean saved,
      boolean agreed,
      boolean many,
      int version,
      String goal,
      List<ActionView> actions,
      String note,
      String notedOn,
      List<IngredientView> ingredients,
      String next) {}

  /** One action in words. */
  record ActionView(
      String id,
      String situation,
      String action,
      String firstStep,
      String firstStepOn,
      String dueOn,
      String barrier,
      String enabler,
      String status,
      String note,
      boolean asksBarrier) {

    public String statusField() {
      return "status_" + id;
    }

    public String noteField() {
      return "note_" + id;
    }
  }

  /** One of the four ingredients. */
  record IngredientView(String key, boolean present) {}

  /**
   * The check-in.
   *
   * @param overtaken what was sent is about actions that the plan does not have any more
   */
  record CheckInView(
      String lang,
      String path,
      String name,
      String course,
      boolean saved,
      boolean overtaken,
      boolean done,
      String goal,
      List<ActionView> actions,
      List<ActionView> stuck,
      FormView form) {}

  private PlanTemplates() {}
}
