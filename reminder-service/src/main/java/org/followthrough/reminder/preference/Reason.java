package org.followthrough.reminder.preference;

/**
 * One touch as its recipient understands it.
 *
 * @param who the learner it is about, in the reader's words
 * @param when its day, in the reader's language
 */
record Reason(String who, String what, String when) {

  /** Why a mail of this template exists. */
  static String of(String template, String course, PageMessages words) {
    return switch (template) {
      case "pre-course-talk" -> words.whyPreTalk(course);
      case "post-course-talk" -> words.whyPostTalk(course);
      case "pre-course-questions" -> words.whyPreQuestions(course);
      case "plan-invitation" -> words.whyPlan(course);
      case "plan-check-in" -> words.whyCheckIn(course);
      case "booster" -> words.whyBooster(course);
      default -> words.whyEvaluation(course);
    };
  }
}
