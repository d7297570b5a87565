package org.followthrough.reminder.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.followthrough.kit.event.EventJson;
import org.junit.jupiter.api.Test;

class FactsTest {

  private static final UUID SECOND = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000017");
  private static final UUID THIRD = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000027");

  static final List<Finding> YEAR =
      List.of(
          GivenJourney.enrolled(1),
          GivenJourney.enrolled(2),
          GivenJourney.completed(3),
          new Expectations(1, 4),
          new Expectations(2, 5),
          new Talk(3, Talk.Kind.BEFORE, LocalDate.of(2027, 1, 14), 3),
          new Talk(4, Talk.Kind.AFTER, LocalDate.of(2027, 1, 21), null),
          GivenJourney.plan(1),
          GivenJourney.plan(2),
          GivenJourney.progress(5, "started"),
          GivenJourney.progress(6, "applied"),
          GivenJourney.progress(7, "stuck"),
          GivenJourney.booster(GivenJourney.BOOSTER, 1, LocalDate.of(2027, 1, 21)),
          Booster.answered(GivenJourney.BOOSTER),
          GivenJourney.booster(SECOND, 2, LocalDate.of(2027, 2, 2)),
          Booster.cancelled(SECOND, "unanswered"),
          Booster.cancelled(SECOND, "left"),
          GivenJourney.booster(THIRD, 3, LocalDate.of(2027, 2, 14)),
          new EvaluationGiven(EvaluationGiven.Form.M3_LEARNER),
          Finding.NOTHING);

  @Test
  void factsShouldBeTheSameInAnyOrderAndHoweverOftenFindingsCome() {
    Facts expected = GivenJourney.facts(YEAR.toArray(Finding[]::new));
    for (int seed = 0; seed < 2_000; seed++) {
      List<Finding> shuffled = new ArrayList<>(YEAR);
      shuffled.addAll(YEAR);
      shuffled.addAll(YEAR.subList(seed % YEAR.size(), YEAR.size()));
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(GivenJourney.facts(shuffled.toArray(Finding[]::new)))
          .as("seed %d", seed)
          .isEqualTo(expected);
    }
  }

  @Test
  void factsShouldKeepTheNewestOfEachSection() {
    Facts facts = GivenJourney.facts(YEAR.toArray(Finding[]::new));

    assertThat(facts.enrollment().status()).isEqualTo(EnrollmentState.Status.COMPLETED);
    assertThat(facts.expectations().baseline()).isEqualTo(5);
    assertThat(facts.plan().goal()).isEqualTo("Goal of version 2");
    assertThat(facts.plan().firstCommittedAt()).isEqualTo("2027-01-21T16:00:00Z");
    assertThat(facts.progress().get(GivenJourney.ACTION).status()).isEqualTo("stuck");
    assertThat(facts.boosters().get(SECOND).cancelled()).isEqualTo("left");
    assertThat(facts.boosters().get(THIRD).schedule().stem()).isEqualTo("What now?");
  }

  @Test
  void factsShouldForgetAQuestionNobodyWillBeAskedAgain() {
    Facts facts =
        GivenJourney.facts(
            Booster.answered(GivenJourney.BOOSTER),
            GivenJourney.booster(GivenJourney.BOOSTER, 1, LocalDate.of(2027, 1, 21)));

    Booster booster = facts.boosters().get(GivenJourney.BOOSTER);
    assertThat(booster.schedule().stem()).isNull();
    assertThat(booster.schedule().dueOn()).isEqualTo("2027-01-21");
  }

  @Test
  void factsShouldSurviveTheTable() {
    Facts facts = GivenJourney.facts(YEAR.toArray(Finding[]::new));
    assertThat(EventJson.read(EventJson.write(facts), Facts.class)).isEqualTo(facts);
    assertThat(EventJson.read("{}".getBytes(StandardCharsets.UTF_8), Facts.class))
        .isEqualTo(Facts.NONE);
    assertThat(EventJson.read(EventJson.write(Facts.ERASED), Facts.class)).isEqualTo(Facts.ERASED);
  }

  @Test
  void factsShouldStayErasedWhateverComesLate() {
    Facts facts = Facts.ERASED;
    for (Finding finding : YEAR) {
      facts = facts.with(finding);
    }
    assertThat(facts).isEqualTo(Facts.ERASED);
  }
}
