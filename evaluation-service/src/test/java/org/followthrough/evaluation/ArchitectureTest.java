package org.followthrough.evaluation;

import org.followthrough.kit.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String BASE = "org.followthrough.evaluation.";

  @Test
  void houseRulesShouldHold() {
    HouseRules.check(
        "evaluation",
        BASE + "followup.Followup",
        BASE + "followup.FollowupCopy",
        BASE + "followup.Fact",
        BASE + "followup.Booster",
        BASE + "followup.Evaluation",
        BASE + "followup.Answers",
        BASE + "followup.FormKind",
        BASE + "people.Person",
        BASE + "courses.Course",
        BASE + "form.FormAccess",
        BASE + "form.FormInput",
        BASE + "form.OpenForm",
        BASE + "outcome.CourseOutcome",
        BASE + "outcome.Funnel",
        BASE + "outcome.Talks",
        BASE + "followup.TalkPolicy",
        BASE + "followup.Progress",
        BASE + "outcome.AnswerRates",
        BASE + "outcome.StageRatings",
        BASE + "outcome.SideRatings",
        BASE + "outcome.Spend",
        BASE + "outcome.MonthRates",
        BASE + "outcome.Voices",
        BASE + "console.Bars",
        BASE + "console.Ratings",
        BASE + "console.Months");
  }
}
