package org.followthrough.booster;

import org.followthrough.kit.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String BASE = "org.followthrough.booster.";

  @Test
  void houseRulesShouldHold() {
    HouseRules.check(
        "booster",
        BASE + "track.Track",
        BASE + "track.TrackStep",
        BASE + "track.Asked",
        BASE + "track.Gaps",
        BASE + "track.QuestionOrder",
        BASE + "track.ClosingTime",
        BASE + "track.IssuedQuestion",
        BASE + "answer.Attempt",
        BASE + "answer.AttemptClassifier",
        BASE + "answer.AnswerBatch",
        BASE + "question.QuestionContent",
        BASE + "question.QuestionRules",
        BASE + "question.PlainText",
        BASE + "question.ResourceAddress",
        BASE + "question.QuestionStatistics",
        BASE + "importing.GiftQuestions",
        BASE + "importing.GiftFile",
        BASE + "importing.CsvQuestions",
        BASE + "importing.ImportItem");
  }
}
