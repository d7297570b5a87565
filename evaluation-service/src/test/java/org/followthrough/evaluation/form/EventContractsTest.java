package org.followthrough.evaluation.form;

import java.time.Instant;
import java.util.UUID;
import org.followthrough.evaluation.followup.Answers;
import org.followthrough.evaluation.followup.Applied;
import org.followthrough.evaluation.followup.Audience;
import org.followthrough.evaluation.followup.Fact;
import org.followthrough.evaluation.followup.Followup;
import org.followthrough.evaluation.followup.FormKind;
import org.followthrough.evaluation.followup.Stage;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventContractsTest {

  private static final UUID LEARNER = UUID.randomUUID();

  @ParameterizedTest
  @EnumSource(Applied.class)
  void whatIsPublishedShouldMeetTheSchema(Applied applied) {
    for (Stage stage : Stage.values()) {
      for (Audience audience : Audience.values()) {
        var kind = new FormKind(stage, audience);
        var answers = new Answers(10, applied, "stays here", null, null);
        Followup followup =
            Followup.unknown(UUID.randomUUID(), UUID.randomUUID())
                .with(new Fact.ExpectationsShared(LEARNER, UUID.randomUUID(), 4), 1)
                .submitted(kind, LEARNER, answers, Instant.parse("2027-04-20T07:45:00Z"));

        EventContracts.assertValid(
            EvaluationSubmitted.TYPE, EvaluationSubmitted.of(followup, kind));
      }
    }
  }
}
