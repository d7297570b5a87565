package org.followthrough.evaluation.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.followthrough.evaluation.store.StateJson;
import org.junit.jupiter.api.Test;

class FollowupTest {

  private static final UUID ENROLLMENT = UUID.randomUUID();
  private static final UUID ORGANIZATION = UUID.randomUUID();
  private static final UUID LEARNER = UUID.randomUUID();
  private static final UUID MANAGER = UUID.randomUUID();
  private static final UUID COURSE = UUID.randomUUID();
  private static final UUID BOOSTER = UUID.randomUUID();
  private static final Instant COMPLETED = Instant.parse("2027-01-19T15:00:00Z");
  private static final FormKind M3_LEARNER = new FormKind(Stage.M3, Audience.LEARNER);

  private record Told(Fact fact, long version) {}

  private static final List<Told> STORY =
      List.of(
          new Told(enrollment("enrolled", null), 1),
          new Told(enrollment("completed", COMPLETED), 2),
          new Told(enrollment("completed", COMPLETED.plusSeconds(60)), 3),
          new Told(new Fact.ExpectationsShared(LEARNER, COURSE, 4), 1),
          new Told(new Fact.ExpectationsShared(LEARNER, COURSE, 5), 2),
          new Told(talk("before", 3), 3),
          new Told(new Fact.PlanCommitted(LEARNER, COURSE, 1, COMPLETED), 4),
          new Told(new Fact.PlanCommitted(LEARNER, COURSE, 2, COMPLETED.plusSeconds(5)), 5),
          new Told(talk("after", null), 6),
          new Told(new Fact.BoosterScheduled(LEARNER, COURSE, BOOSTER, 1), 1),
          new Told(new Fact.BoosterAnswered(LEARNER, COURSE, BOOSTER, 1, false), 2),
          new Told(new Fact.BoosterAnswered(LEARNER, COURSE, BOOSTER, 1, true), 3),
          new Told(new Fact.BoosterScheduled(LEARNER, COURSE, UUID.randomUUID(), 2), 4),
          new Told(new Fact.TouchSent(LEARNER, COURSE, "booster", 1), 1),
          new Told(new Fact.TouchSent(LEARNER, COURSE, "evaluation-3m-learner", 0), 2),
          new Told(new Fact.TouchSent(LEARNER, COURSE, "evaluation-3m-learner", 1), 3));

  @Test
  void anyOrderAndAnyRepetitionGiveTheSameFollowup() {
    Followup expected = fold(STORY);
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      List<Told> shuffled = new ArrayList<>(STORY);
      for (int i = 0; i < STORY.size(); i++) {
        shuffled.add(STORY.get(random.nextInt(STORY.size())));
      }
      Collections.shuffle(shuffled, random);
      assertThat(fold(shuffled)).as("seed %d, round %d", seed, round).isEqualTo(expected);
    }
  }

  @Test
  void theStoryIsFoldedToWhatItSays() {
    Followup followup = fold(STORY);

    assertThat(followup.isCompleted()).isTrue();
    assertThat(followup.completedAt()).isEqualTo(COMPLETED.plusSeconds(60));
    assertThat(followup.plan().planVersion()).isEqualTo(2);
    assertThat(followup.hasTalked()).isTrue();
    assertThat(followup.boostersAsked()).isEqualTo(1);
    assertThat(followup.boostersAnswered()).isEqualTo(1);
    assertThat(followup.boostersRight()).as("the later answer counts").isEqualTo(1);
    assertThat(followup.isAsked(M3_LEARNER)).isTrue();
    assertThat(followup.isAsked(M3_LEARNER.ofOther())).isFalse();
  }

  @Test
  void aLateOldEventDoesNotUndoAWithdrawal() {
    Followup followup =
        Followup.unknown(ENROLLMENT, ORGANIZATION)
            .with(enrollment("withdrawn", null), 3)
            .with(enrollment("completed", COMPLETED), 2);

    assertThat(followup.isWithdrawn()).isTrue();
    assertThat(followup.isCompleted()).isFalse();
  }

  @Test
  void aManagerWhoTookOverHasNoBaselineOfTheirOwn() {
    Followup followup = fold(STORY);

    assertThat(followup.baselineOf(Audience.LEARNER, LEARNER)).isEqualTo(5);
    assertThat(followup.baselineOf(Audience.MANAGER, MANAGER)).isEqualTo(3);
    assertThat(followup.baselineOf(Audience.MANAGER, UUID.randomUUID())).isNull();
  }

  @Test
  void aCorrectionIsTheSameEvaluationInANewVersion() {
    Answers first = new Answers(6, Applied.PARTLY, "at the counter", null, null);
    Answers second = new Answers(7, Applied.REGULARLY, null, "time", null);

    Followup once = fold(STORY).submitted(M3_LEARNER, LEARNER, first, COMPLETED);
    Followup twice = once.submitted(M3_LEARNER, LEARNER, second, COMPLETED.plusSeconds(9));

    assertThat(once.evaluation(M3_LEARNER).version()).isEqualTo(1);
    assertThat(twice.evaluation(M3_LEARNER).version()).isEqualTo(2);
    assertThat(twice.evaluation(M3_LEARNER).evaluationId())
        .isEqualTo(once.evaluation(M3_LEARNER).evaluationId());
    assertThat(twice.evaluation(M3_LEARNER).answers()).isEqualTo(second);
    assertThat(twice.submissions()).isEqualTo(2);
    assertThat(twice.submitted(M3_LEARNER, LEARNER, second, COMPLETED.plusSeconds(99)))
        .as("the same again")
        .isSameAs(twice);
  }

  @Test
  void whatIsStoredIsReadBackEqual() {
    Followup followup =
        fold(STORY)
            .submitted(
                M3_LEARNER,
                LEARNER,
                new Answers(6, Applied.NOT_YET, "ä “q”\nline", null, "time"),
                Instant.parse("2027-04-20T07:45:00.123456789Z"));

    Document stored = Document.parse(new Document("state", StateJson.write(followup)).toJson());

    assertThat(StateJson.read(stored, Followup.class)).isEqualTo(followup);
  }

  private static Followup fold(List<Told> story) {
    Followup followup = Followup.unknown(ENROLLMENT, ORGANIZATION);
    for (Told told : story) {
      followup = followup.with(told.fact(), told.version());
    }
    return followup;
  }

  private static Fact enrollment(String status, Instant completedAt) {
    return new Fact.EnrollmentChanged(LEARNER, COURSE, status, COMPLETED, completedAt, null);
  }

  private static Fact talk(String kind, Integer baseline) {
    return new Fact.TalkHeld(
        LEARNER, COURSE, kind, MANAGER, LocalDate.parse("2027-01-21"), baseline);
  }
}
