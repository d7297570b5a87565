package org.followthrough.evaluation.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ProgressDocumentTest {

  private static final UUID LEARNER = UUID.randomUUID();
  private static final UUID MANAGER = UUID.randomUUID();
  private static final UUID COURSE = UUID.randomUUID();
  private static final UUID BOOSTER = UUID.randomUUID();
  private static final Instant COMPLETED = Instant.parse("2027-01-19T15:00:00.123456789Z");
  private static final FormKind M3_LEARNER = new FormKind(Stage.M3, Audience.LEARNER);
  private static final FormKind M3_MANAGER = new FormKind(Stage.M3, Audience.MANAGER);

  @Test
  void whatIsStoredIsReadBackEqual() {
    Followup unknown = Followup.unknown(UUID.randomUUID(), UUID.randomUUID());
    Followup enrolled = unknown.with(enrollment("enrolled", null), 1);
    Followup withdrawn = enrolled.with(enrollment("withdrawn", null), 2);

    for (Followup followup : new Followup[] {unknown, enrolled, withdrawn, story()}) {
      Progress progress = Progress.of(followup);
      assertThat(ProgressDocument.read(stored(progress))).isEqualTo(progress);
    }
  }

  @Test
  void aStoryIsSummedUpAsItWent() {
    Progress progress = Progress.of(story());

    assertThat(progress.completedAt()).isEqualTo(COMPLETED);
    assertThat(progress.planned()).isTrue();
    assertThat(progress.talkedWith()).isEqualTo(MANAGER);
    assertThat(progress.boosters()).isEqualTo(new Progress.Boosters(1, 1, 1));
    assertThat(progress.answer(M3_LEARNER))
        .isEqualTo(new Progress.Form(LEARNER, 7, Applied.PARTLY, 4));
    assertThat(progress.isAsked(M3_MANAGER)).isTrue();
    assertThat(progress.answer(M3_MANAGER)).isNull();
    assertThat(progress.isApplied(Stage.M3)).isTrue();
    assertThat(progress.isAnswered(Stage.M12)).isFalse();
  }

  @Test
  void noWordIsPartOfIt() {
    assertThat(stored(Progress.of(story())).toJson()).doesNotContain("in my words");
  }

  private static Document stored(Progress progress) {
    return Document.parse(ProgressDocument.of(progress).toJson());
  }

  private static Followup story() {
    return Followup.unknown(UUID.randomUUID(), UUID.randomUUID())
        .with(enrollment("completed", COMPLETED), 3)
        .with(new Fact.ExpectationsShared(LEARNER, COURSE, 4), 4)
        .with(new Fact.PlanCommitted(LEARNER, COURSE, 1, COMPLETED), 5)
        .with(
            new Fact.TalkHeld(
                LEARNER, COURSE, "after", MANAGER, LocalDate.parse("2027-01-21"), null),
            6)
        .with(new Fact.BoosterAnswered(LEARNER, COURSE, BOOSTER, 1, true), 7)
        .with(new Fact.TouchSent(LEARNER, COURSE, "evaluation-3m-manager", 0), 1)
        .submitted(
            M3_LEARNER,
            LEARNER,
            new Answers(7, Applied.PARTLY, "in my words", "in my words", "in my words"),
            COMPLETED);
  }

  private static Fact enrollment(String status, Instant completedAt) {
    return new Fact.EnrollmentChanged(LEARNER, COURSE, status, COMPLETED, completedAt, null);
  }
}
