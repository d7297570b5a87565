package org.followthrough.reminder.cadence;

import static org.followthrough.reminder.cadence.Audience.LEARNER;
import static org.followthrough.reminder.cadence.Audience.MANAGER;

/** The mails we can write, each with whom it speaks to and when it is pointless. */
public enum Template {
  PRE_COURSE_TALK("pre-course-talk", MANAGER, Category.TALKS, Condition.BEFORE_TALK_NOT_HELD),
  PRE_COURSE_QUESTIONS(
      "pre-course-questions", LEARNER, Category.PLANS, Condition.EXPECTATIONS_NOT_SHARED),
  PLAN_INVITATION("plan-invitation", LEARNER, Category.PLANS, Condition.NO_PLAN),
  POST_COURSE_TALK("post-course-talk", MANAGER, Category.TALKS, Condition.AFTER_TALK_NOT_HELD),
  PLAN_CHECK_IN("plan-check-in", LEARNER, Category.PLANS, Condition.ACTION_NOT_APPLIED),
  BOOSTER("booster", LEARNER, Category.BOOSTERS, Condition.BOOSTER_OPEN),
  EVALUATION_3M_LEARNER(
      "evaluation-3m-learner", LEARNER, Category.EVALUATIONS, Condition.M3_NOT_SUBMITTED),
  EVALUATION_3M_MANAGER(
      "evaluation-3m-manager", MANAGER, Category.EVALUATIONS, Condition.M3_NOT_SUBMITTED),
  EVALUATION_12M_LEARNER(
      "evaluation-12m-learner", LEARNER, Category.EVALUATIONS, Condition.M12_NOT_SUBMITTED),
  EVALUATION_12M_MANAGER(
      "evaluation-12m-manager", MANAGER, Category.EVALUATIONS, Condition.M12_NOT_SUBMITTED);

  private final String wireName;
  private final Audience audience;
  private final Category category;
  private final Condition condition;

  Template(String wireName, Audience audience, Category category, Condition condition) {
    this.wireName = wireName;
    this.audience = audience;
    this.category = category;
    this.condition = condition;
  }

  public String wireName() {
    return wireName;
  }

  public Audience audience() {
    return audience;
  }

  public Category category() {
    return category;
  }

  public Condition condition() {
    return condition;
  }
}
