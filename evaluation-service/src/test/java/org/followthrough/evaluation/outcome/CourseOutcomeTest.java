package org.followthrough.evaluation.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.followthrough.evaluation.courses.Course;
import org.followthrough.evaluation.followup.Answers;
import org.followthrough.evaluation.followup.Applied;
import org.followthrough.evaluation.followup.Audience;
import org.followthrough.evaluation.followup.Evaluation;
import org.followthrough.evaluation.followup.Fact;
import org.followthrough.evaluation.followup.Followup;
import org.followthrough.evaluation.followup.FormKind;
import org.followthrough.evaluation.followup.Progress;
import org.followthrough.evaluation.followup.Stage;
import org.followthrough.evaluation.people.Person;
import org.junit.jupiter.api.Test;

class CourseOutcomeTest {

  private static final UUID ORGANIZATION = UUID.randomUUID();
  private static final UUID COURSE_ID = UUID.randomUUID();
  private static final UUID MANAGER = UUID.randomUUID();
  private static final UUID OTHER_MANAGER = UUID.randomUUID();
  // A Monday.
  private static final Instant NOW = Instant.parse("2027-05-03T08:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2027-01-19T15:00:00Z");

  private final Map<UUID, Person> people = new HashMap<>();
  private final List<Followup> followups = new ArrayList<>();

  CourseOutcomeTest() {
    know(MANAGER, null, null, false);
    know(OTHER_MANAGER, null, null, false);
  }

  @Test
  void eachStepOfTheFunnelHasItsOwnDenominator() {
    followups.add(enrolled().with(enrollment("withdrawn", null), 2));
    followups.add(enrolled());
    followups.add(talked(planned(completed(LONG_AGO))));
    followups.add(planned(completed(LONG_AGO)));
    followups.add(completed(NOW.minusSeconds(3_600)));

    Funnel funnel = outcome().funnel();

    assertThat(funnel.withdrawn()).isEqualTo(1);
    assertThat(funnel.enrolled()).isEqualTo(4);
    assertThat(funnel.completed()).isEqualTo(Share.of(3, 4));
    assertThat(funnel.planned()).isEqualTo(Share.of(2, 3));
    assertThat(funnel.talked()).as("one talk is not due yet").isEqualTo(Share.of(1, 2));
    assertThat(funnel.applied().of()).isZero();
    assertThat(funnel.applied().percent()).isNull();
  }

  @Test
  void aTalkIsMissingOnlyAfterSevenWorkingDays() {
    Instant thursday = Instant.parse("2027-04-22T15:00:00Z");
    followups.add(completed(thursday));

    assertThat(at("2027-05-03T23:59:00Z").managersWaitedFor()).isEmpty();
    assertThat(at("2027-05-04T00:00:00Z").managersWaitedFor())
        .singleElement()
        .satisfies(each -> assertThat(each.since()).isEqualTo(LocalDate.parse("2027-05-04")));
  }

  @Test
  void managersAreListedByTheLongestWait() {
    followups.add(completed(Instant.parse("2027-03-01T10:00:00Z")));
    followups.add(completed(Instant.parse("2027-02-01T10:00:00Z")));
    Followup other = completed(LONG_AGO);
    know(other.learnerId(), OTHER_MANAGER, null, false);
    followups.add(other);

    List<OverdueTalks> waiting = outcome().managersWaitedFor();

    assertThat(waiting).extracting(OverdueTalks::reports).containsExactly(1L, 2L);
    assertThat(waiting.get(1).since()).isEqualTo(LocalDate.parse("2027-02-11"));
  }

  @Test
  void nobodyOnLeaveIsListedAndNobodyIsBlamedForALearnerWhoIs() {
    know(MANAGER, null, LocalDate.parse("2027-05-04"), false);
    followups.add(completed(LONG_AGO));
    Followup away = completed(LONG_AGO);
    know(away.learnerId(), OTHER_MANAGER, LocalDate.parse("2027-06-01"), false);
    followups.add(away);

    assertThat(outcome().managersWaitedFor()).isEmpty();
    assertThat(at("2027-05-04T08:00:00Z").managersWaitedFor()).as("back at work").hasSize(1);
  }

  @Test
  void aTalkNobodyCanHoldBecauseOfLeaveIsInNoDenominator() {
    LocalDate back = LocalDate.parse("2027-06-01");
    followups.add(talked(completed(LONG_AGO)));
    followups.add(completed(LONG_AGO));
    Followup learnerAway = completed(LONG_AGO);
    know(learnerAway.learnerId(), MANAGER, back, false);
    Followup managerAway = completed(LONG_AGO);
    know(managerAway.learnerId(), OTHER_MANAGER, null, false);
    know(OTHER_MANAGER, null, back, false);
    Followup left = completed(LONG_AGO);
    know(left.learnerId(), MANAGER, null, true);
    followups.addAll(List.of(learnerAway, managerAway, left));

    assertThat(outcome().funnel().talked()).isEqualTo(Share.of(1, 2));
    assertThat(outcome().months().get(0).talked()).isEqualTo(Share.of(1, 2));
    assertThat(outcome().talksOnLeave()).isEqualTo(2);
    assertThat(at("2027-06-01T00:00:00Z").funnel().talked())
        .as("back at work")
        .isEqualTo(Share.of(1, 4));
    assertThat(at("2027-06-01T00:00:00Z").talksOnLeave()).isZero();
  }

  @Test
  void eachManagerIsShownWithAllTheirTalksAndAmongAllManagers() {
    followups.add(talked(completed(LONG_AGO)));
    followups.add(talked(completed(LONG_AGO)));
    followups.add(completed(LONG_AGO));
    UUID diligent = UUID.randomUUID();
    Followup elsewhere = completed(LONG_AGO);
    followups.add(
        elsewhere.with(
            new Fact.TalkHeld(
                elsewhere.learnerId(),
                COURSE_ID,
                "after",
                diligent,
                LocalDate.parse("2027-01-22"),
                null),
            11));
    Followup notDue = completed(NOW.minusSeconds(3_600));
    know(notDue.learnerId(), OTHER_MANAGER, null, false);
    followups.add(notDue);

    assertThat(outcome().managersWaitedFor())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.personId()).isEqualTo("E-" + MANAGER);
              assertThat(each.reports()).isEqualTo(1);
              assertThat(each.expected()).isEqualTo(3);
            });
    assertThat(outcome().managersWaiting())
        .as("the third manager has nothing due yet")
        .isEqualTo(Share.of(1, 2));
  }

  @Test
  void talksWithoutAManagerAreCountedNotBlamed() {
    know(MANAGER, null, null, true);
    followups.add(completed(LONG_AGO));

    assertThat(outcome().managersWaitedFor()).isEmpty();
    assertThat(outcome().talksWithoutManager()).isEqualTo(1);
    assertThat(outcome().funnel().talked()).isEqualTo(Share.of(0, 1));
  }

  @Test
  void answersOfFewerThanFiveAreNeverShown() {
    for (int people = 1; people <= 6; people++) {
      Followup followup = withBaselines(completed(LONG_AGO), 4, 3);
      followup = submitted(followup, Audience.LEARNER, 7, Applied.REGULARLY);
      followups.add(submitted(followup, Audience.MANAGER, 6, Applied.PARTLY));

      CourseOutcome outcome = outcome();
      boolean shown = people >= 5;
      StageRatings ratings = outcome.atThreeMonths();
      assertThat(ratings.learners().now() != null).isEqualTo(shown);
      assertThat(ratings.learners().before() != null).isEqualTo(shown);
      assertThat(ratings.managers().change() != null).isEqualTo(shown);
      assertThat(ratings.agreeing().count() != null).isEqualTo(shown);
      assertThat(ratings.learnersAbove() != null).isEqualTo(shown);
      assertThat(outcome.funnel().applied().count() != null).isEqualTo(shown);
    }
    assertThat(outcome().atThreeMonths().learners().change()).isEqualTo(3.0);
    assertThat(outcome().atThreeMonths().managers().change()).isEqualTo(3.0);
    assertThat(outcome().atThreeMonths().agreeing()).isEqualTo(Share.of(6, 6));
    assertThat(outcome().funnel().applied()).isEqualTo(Share.of(6, 6));
    assertThat(outcome().atTwelveMonths().learners().answered()).isZero();
  }

  @Test
  void noImprovementIsShownWithoutABaseline() {
    for (int i = 0; i < 8; i++) {
      Followup followup = completed(LONG_AGO);
      followup = i < 4 ? withBaselines(followup, 4, null) : followup;
      followups.add(submitted(followup, Audience.LEARNER, 8, Applied.PARTLY));
    }

    SideRatings learners = outcome().atThreeMonths().learners();

    assertThat(learners.answered()).isEqualTo(8);
    assertThat(learners.withBaseline()).isEqualTo(4);
    assertThat(learners.now()).isNull();
    assertThat(learners.change()).isNull();
  }

  @Test
  void boosterRatesNeedFiveLearners() {
    for (int learner = 1; learner <= 5; learner++) {
      UUID booster = UUID.randomUUID();
      Followup followup = completed(LONG_AGO);
      UUID learnerId = followup.learnerId();
      followups.add(
          followup
              .with(new Fact.BoosterScheduled(learnerId, COURSE_ID, booster, 1), 1)
              .with(new Fact.BoosterScheduled(learnerId, COURSE_ID, UUID.randomUUID(), 2), 2)
              .with(new Fact.TouchSent(learnerId, COURSE_ID, "booster", 1), 1)
              .with(new Fact.TouchSent(learnerId, COURSE_ID, "booster", 2), 2)
              .with(new Fact.BoosterAnswered(learnerId, COURSE_ID, booster, 1, learner > 1), 3));
      assertThat(outcome().answers().boosters().count() != null).isEqualTo(learner == 5);
    }

    assertThat(outcome().answers().boosters()).isEqualTo(Share.of(5, 10));
    assertThat(outcome().answers().boostersRight()).isEqualTo(Share.of(4, 5));
  }

  @Test
  void formsAreCountedAgainstThoseAsked() {
    FormKind kind = new FormKind(Stage.M3, Audience.LEARNER);
    for (int i = 0; i < 3; i++) {
      Followup followup = completed(LONG_AGO);
      followup =
          followup
              .with(
                  new Fact.TouchSent(
                      followup.learnerId(), COURSE_ID, kind.stage().step(kind.audience()), 0),
                  1)
              .with(
                  new Fact.TouchSent(
                      followup.learnerId(), COURSE_ID, kind.stage().step(kind.audience()), 1),
                  2);
      followups.add(i == 0 ? submitted(followup, Audience.LEARNER, 5, Applied.NOT_YET) : followup);
    }

    assertThat(outcome().answers().learnersAtThreeMonths()).isEqualTo(Share.of(1, 3));
    assertThat(outcome().answers().managersAtThreeMonths()).isEqualTo(Share.of(0, 0));
  }

  @Test
  void spendCountsPlacesWithNeitherPlanNorTalkAfterTwoWeeks() {
    followups.add(completed(LONG_AGO));
    followups.add(planned(completed(LONG_AGO)));
    followups.add(talked(completed(LONG_AGO)));
    followups.add(completed(NOW.minusSeconds(13 * 86_400)));

    assertThat(outcome().spend().withoutFollowup()).isEqualTo(Share.of(1, 3));
    assertThat(outcome().spend().amount()).isEqualByComparingTo("890.50");
  }

  @Test
  void monthsAreInOrder() {
    followups.add(planned(completed(Instant.parse("2027-03-31T23:59:59Z"))));
    followups.add(completed(Instant.parse("2027-04-01T00:00:00Z")));
    followups.add(completed(LONG_AGO));

    assertThat(outcome().months())
        .extracting(each -> each.month().toString(), each -> each.planned().count())
        .containsExactly(tuple("2027-01", 0L), tuple("2027-03", 1L), tuple("2027-04", 0L));
  }

  @Test
  void whatPeopleWroteIsShownOnceFiveHaveAnswered() {
    for (int people = 1; people <= 5; people++) {
      Followup followup = completed(LONG_AGO);
      var answers = new Answers(5, Applied.PARTLY, null, "helped " + (9 - people), null);
      followups.add(
          followup.submitted(
              new FormKind(Stage.M3, Audience.LEARNER), followup.learnerId(), answers, NOW));
      assertThat(outcome().voices().helped().isEmpty()).isEqualTo(people < 5);
    }

    assertThat(outcome().voices().helped()).isSorted().hasSize(5);
    assertThat(outcome().voices().hindered()).isEmpty();
  }

  @Test
  void theNewestWordsAreShownWhereThereAreMoreThanOneCanRead() {
    for (int i = 0; i < 60; i++) {
      Followup followup = completed(LONG_AGO);
      var answers = new Answers(5, Applied.PARTLY, null, "helped %02d".formatted(i), null);
      followups.add(
          followup.submitted(
              new FormKind(Stage.M3, Audience.LEARNER),
              followup.learnerId(),
              answers,
              NOW.plusSeconds(i)));
    }

    assertThat(outcome().voices().helped())
        .hasSize(40)
        .isSorted()
        .startsWith("helped 20")
        .endsWith("helped 59");
  }

  @Test
  void theOrderOfFollowupsDoesNotMatter() {
    for (int i = 0; i < 12; i++) {
      Followup followup =
          withBaselines(completed(LONG_AGO.plusSeconds(i * 900_000L)), 1 + i % 9, 2);
      followup = submitted(followup, Audience.LEARNER, 1 + i % 10, Applied.values()[i % 3]);
      followups.add(i % 2 == 0 ? planned(followup) : talked(followup));
    }
    CourseOutcome expected = outcome();

    Collections.shuffle(followups, new Random(7));

    assertThat(outcome()).isEqualTo(expected);
  }

  private CourseOutcome outcome() {
    return at(NOW.toString());
  }

  private CourseOutcome at(String now) {
    List<Progress> all = followups.stream().map(Progress::of).toList();
    return CourseOutcome.of(course(), all, people, words(all), Instant.parse(now));
  }

  private List<Evaluation> words(List<Progress> all) {
    return Voices.mayBeShown(CourseOutcome.counted(all))
        ? followups.stream().flatMap(each -> each.evaluations().values().stream()).toList()
        : List.of();
  }

  private static Course course() {
    return new Course(
        COURSE_ID, ORGANIZATION, 1, "c-1", "Talks", List.of(), new BigDecimal("890.50"));
  }

  private Followup enrolled() {
    UUID learner = UUID.randomUUID();
    know(learner, MANAGER, null, false);
    return Followup.unknown(UUID.randomUUID(), ORGANIZATION)
        .with(new Fact.EnrollmentChanged(learner, COURSE_ID, "enrolled", LONG_AGO, null, null), 1);
  }

  private Followup completed(Instant at) {
    Followup enrolled = enrolled();
    return enrolled.with(
        new Fact.EnrollmentChanged(
            enrolled.learnerId(), COURSE_ID, "completed", LONG_AGO, at, null),
        2);
  }

  private Fact enrollment(String status, Instant completedAt) {
    return new Fact.EnrollmentChanged(
        UUID.randomUUID(), COURSE_ID, status, LONG_AGO, completedAt, null);
  }

  private static Followup planned(Followup followup) {
    return followup.with(new Fact.PlanCommitted(followup.learnerId(), COURSE_ID, 1, LONG_AGO), 10);
  }

  private static Followup talked(Followup followup) {
    return followup.with(
        new Fact.TalkHeld(
            followup.learnerId(), COURSE_ID, "after", MANAGER, LocalDate.parse("2027-01-22"), null),
        11);
  }

  private static Followup withBaselines(Followup followup, Integer learner, Integer manager) {
    return followup
        .with(new Fact.ExpectationsShared(followup.learnerId(), COURSE_ID, learner), 1)
        .with(
            new Fact.TalkHeld(
                followup.learnerId(),
                COURSE_ID,
                "before",
                MANAGER,
                LocalDate.parse("2027-01-11"),
                manager),
            2);
  }

  private static Followup submitted(
      Followup followup, Audience audience, int rating, Applied applied) {
    UUID by = audience == Audience.LEARNER ? followup.learnerId() : MANAGER;
    return followup.submitted(
        new FormKind(Stage.M3, audience), by, new Answers(rating, applied, null, null, null), NOW);
  }

  private void know(UUID id, UUID manager, LocalDate leaveUntil, boolean left) {
    people.put(
        id, new Person(id, ORGANIZATION, 1, "E-" + id, "N " + id, "en", manager, leaveUntil, left));
  }
}
