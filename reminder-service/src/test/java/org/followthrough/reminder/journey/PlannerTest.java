package org.followthrough.reminder.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.followthrough.reminder.journey.GivenJourney.BERLIN;
import static org.followthrough.reminder.journey.GivenJourney.facts;
import static org.followthrough.reminder.journey.GivenJourney.in;
import static org.followthrough.reminder.journey.GivenJourney.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.followthrough.reminder.cadence.BuiltInCadences;
import org.followthrough.reminder.cadence.WorkingCalendar;
import org.followthrough.reminder.people.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

  @Test
  void plannerShouldPlanTheStandardCadence() {
    Facts facts =
        facts(
            GivenJourney.completed(2),
            GivenJourney.plan(1),
            GivenJourney.booster(GivenJourney.BOOSTER, 1, LocalDate.of(2027, 1, 23)));

    assertThat(plan(facts, in(BERLIN)).stream().map(GivenJourney::line))
        .containsExactly(
            "pre-course-questions/0 2027-01-11T09:00",
            "pre-course-talk/0 2027-01-11T09:00",
            "pre-course-questions/1 2027-01-14T09:00",
            "pre-course-talk/1 2027-01-14T09:00",
            "plan-invitation/0 2027-01-20T09:00",
            "post-course-talk/0 2027-01-21T09:00",
            "plan-invitation/1 2027-01-22T09:00",
            "booster/1 2027-01-25T09:00",
            "plan-invitation/2 2027-01-26T09:00",
            "post-course-talk/1 2027-01-26T09:00",
            "plan-check-in/0 2027-01-28T09:00",
            "plan-check-in/1 2027-02-11T09:00",
            "plan-check-in/2 2027-03-08T09:00",
            "plan-check-in/3 2027-04-06T09:00",
            "evaluation-3m-learner/0 2027-04-19T09:00",
            "evaluation-3m-manager/0 2027-04-19T09:00",
            "evaluation-3m-learner/1 2027-04-26T09:00",
            "evaluation-3m-manager/1 2027-04-26T09:00",
            "evaluation-3m-learner/2 2027-05-03T09:00",
            "evaluation-3m-manager/2 2027-05-03T09:00",
            "evaluation-12m-learner/0 2028-01-19T09:00",
            "evaluation-12m-manager/0 2028-01-19T09:00",
            "evaluation-12m-learner/1 2028-01-26T09:00",
            "evaluation-12m-manager/1 2028-01-26T09:00",
            "evaluation-12m-learner/2 2028-02-02T09:00",
            "evaluation-12m-manager/2 2028-02-02T09:00");
  }

  @Test
  void plannerShouldMakeTheSamePlanFromFindingsInAnyOrder() {
    List<Touch> expected = plan(facts(FactsTest.YEAR.toArray(Finding[]::new)), in(BERLIN));
    for (int seed = 0; seed < 500; seed++) {
      List<Finding> shuffled = new ArrayList<>(FactsTest.YEAR);
      shuffled.addAll(FactsTest.YEAR);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(plan(facts(shuffled.toArray(Finding[]::new)), in(BERLIN)))
          .as("seed %d", seed)
          .isEqualTo(expected);
    }
  }

  @Test
  void plannerShouldPlanNothingBeforeTheEnrollmentIsKnown() {
    assertThat(plan(facts(GivenJourney.plan(1)), in(BERLIN))).isEmpty();
  }

  // Completed at a local time in Berlin: due at once from 09:00 to 16:00 of a working day.
  @ParameterizedTest
  @CsvSource({
    "2027-01-19T07:15,2027-01-19T09:00",
    "2027-01-19T09:00,2027-01-19T09:00",
    "2027-01-19T15:59,2027-01-19T15:59",
    "2027-01-19T16:00,2027-01-20T09:00",
    "2027-01-22T18:00,2027-01-25T09:00",
    "2027-01-23T11:00,2027-01-25T09:00",
  })
  void planInvitationShouldComeInTheNextSlot(LocalDateTime completed, LocalDateTime due) {
    Instant at = completed.atZone(BERLIN).toInstant();
    Touch invitation =
        plan(facts(GivenJourney.completed(1, at)), in(BERLIN)).stream()
            .filter(touch -> touch.step().key().equals("plan-invitation"))
            .findFirst()
            .orElseThrow();
    assertThat(invitation.dueAt()).isEqualTo(due.atZone(BERLIN).toInstant());
  }

  // Completed on a Friday evening: Monday is both the next slot and three days later.
  @Test
  void reminderShouldNotComeOnTheDayOfWhatItRemindsOf() {
    Instant friday = LocalDateTime.parse("2027-01-22T18:00").atZone(BERLIN).toInstant();
    List<Touch> touches = plan(facts(GivenJourney.completed(1, friday)), in(BERLIN));

    assertThat(touches)
        .filteredOn(touch -> touch.step().key().equals("plan-invitation"))
        .extracting(touch -> touch.localDate() + " " + touch.withheld())
        .containsExactly("2027-01-25 null", "2027-01-25 SAME_DAY", "2027-01-29 null");
  }

  // Three months and a year from the day of completion, on the next working day.
  @ParameterizedTest
  @CsvSource({
    "2023-11-30,2024-02-29,2024-11-30",
    "2022-11-30,2023-02-28,2023-11-30",
    "2027-08-31,2027-11-30,2028-08-31",
    "2027-11-30,2028-02-29,2028-11-30",
    "2028-02-29,2028-05-29,2029-02-28",
    "2026-11-30,2027-03-01,2027-11-30",
    "2027-10-31,2028-01-31,2028-10-31",
    "2027-12-31,2028-03-31,2029-01-01",
  })
  void evaluationShouldComeMonthsAfterTheDayOfCompletion(
      LocalDate completed, LocalDate afterThree, LocalDate afterTwelve) {
    Instant at = completed.atTime(12, 0).atZone(BERLIN).toInstant();
    List<Touch> touches = plan(facts(GivenJourney.completed(1, at)), in(BERLIN));
    LocalDate roll3 = WorkingCalendar.MONDAY_TO_FRIDAY.onOrAfter(afterThree);
    LocalDate roll12 = WorkingCalendar.MONDAY_TO_FRIDAY.onOrAfter(afterTwelve);
    assertThat(day(touches, "evaluation-3m-learner", 0)).isEqualTo(roll3);
    assertThat(day(touches, "evaluation-12m-learner", 0)).isEqualTo(roll12);
  }

  // Standing at 09:00 for every day of completion over two years, whatever the clocks do meanwhile.
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Pacific/Apia"
  })
  void touchesShouldBeDueAtNineLocallyOnWorkingDays(String zoneName) {
    ZoneId zone = ZoneId.of(zoneName);
    for (int day = 0; day < 730; day++) {
      LocalDate completed = LocalDate.of(2026, 6, 1).plusDays(day);
      Instant at = completed.atTime(18, 0).atZone(zone).toInstant();
      for (Touch touch : plan(facts(GivenJourney.completed(1, at)), in(zone))) {
        var local = touch.dueAt().atZone(zone);
        assertThat(local.toLocalTime()).isEqualTo(LocalTime.of(9, 0));
        assertThat(local.toLocalDate()).isEqualTo(touch.localDate());
        assertThat(WorkingCalendar.MONDAY_TO_FRIDAY.isWorkingDay(touch.localDate())).isTrue();
        assertThat(touch.staleAfter()).isAfter(touch.dueAt());
      }
    }
  }

  @Test
  void managersTouchesShouldFollowTheManagersClock() {
    ZoneId kolkata = ZoneId.of("Asia/Kolkata");
    Circumstances apart =
        new Circumstances(
            BuiltInCadences.STANDARD,
            true,
            in(BERLIN).learner(),
            new Person(GivenJourney.MANAGER, kolkata, null, false),
            WorkingCalendar.MONDAY_TO_FRIDAY);

    List<Touch> touches = plan(facts(GivenJourney.completed(1)), apart);

    assertThat(touches)
        .filteredOn(touch -> touch.step().key().endsWith("-manager"))
        .hasSize(6)
        .allSatisfy(t -> assertThat(t.dueAt().atZone(kolkata).getHour()).isEqualTo(9));
    assertThat(touches)
        .filteredOn(touch -> touch.step().key().endsWith("-learner"))
        .hasSize(6)
        .allSatisfy(t -> assertThat(t.dueAt().atZone(BERLIN).getHour()).isEqualTo(9));
  }

  @Test
  void touchesShouldBeWithheldWithTheReasonOnceTheyArePointless() {
    Facts done =
        facts(
            GivenJourney.completed(2),
            GivenJourney.plan(1),
            GivenJourney.progress(3, "applied"),
            new Talk(1, Talk.Kind.AFTER, LocalDate.of(2027, 1, 21), null),
            new EvaluationGiven(EvaluationGiven.Form.M12_MANAGER),
            GivenJourney.booster(GivenJourney.BOOSTER, 1, LocalDate.of(2027, 1, 21)),
            Booster.answered(GivenJourney.BOOSTER));

    List<Touch> touches = plan(done, in(BERLIN));

    assertThat(reasons(touches, "pre-course-talk")).containsOnly("course-completed");
    assertThat(reasons(touches, "plan-invitation")).containsOnly("plan-committed");
    assertThat(reasons(touches, "post-course-talk")).containsOnly("after-talk-held");
    assertThat(reasons(touches, "plan-check-in")).hasSize(4).containsOnly("plan-applied");
    assertThat(reasons(touches, "booster")).containsOnly("booster-answered");
    assertThat(reasons(touches, "evaluation-12m-manager")).containsOnly("evaluation-submitted");
    assertThat(reasons(touches, "evaluation-12m-learner")).hasSize(3).containsOnly("-");
  }

  @Test
  void everythingShouldBeWithheldOnceTheLearnerIsWithdrawnOrGone() {
    Facts withdrawn = facts(GivenJourney.enrolled(1), GivenJourney.withdrawn(2));
    assertThat(plan(withdrawn, in(BERLIN)))
        .hasSize(4)
        .allMatch(touch -> touch.withheld() == PlanningReason.WITHDRAWN);

    Person gone = new Person(UUID.randomUUID(), BERLIN, null, true);
    Circumstances left =
        new Circumstances(
            BuiltInCadences.STANDARD, true, gone, null, WorkingCalendar.MONDAY_TO_FRIDAY);
    assertThat(plan(facts(GivenJourney.completed(1)), left))
        .isNotEmpty()
        .allMatch(touch -> touch.withheld() == PlanningReason.LEFT);
  }

  @Test
  void aQuestionShouldComeOnItsOwnDayWhereTheNextWorkingDayIsTooLate() {
    var schedule =
        new Booster.Schedule(
            1, 1, "?", List.of(), LocalDate.of(2027, 1, 23), LocalDate.of(2027, 1, 24));
    Facts facts =
        facts(GivenJourney.completed(1), Booster.scheduled(GivenJourney.BOOSTER, schedule));
    assertThat(day(plan(facts, in(BERLIN)), "booster", 1)).isEqualTo("2027-01-23");
  }

  @Test
  void contentShouldHoldWhatTheMailNeeds() {
    Facts facts =
        facts(
            GivenJourney.completed(2),
            GivenJourney.plan(1),
            GivenJourney.progress(2, "started"),
            new Expectations(1, 4),
            new Talk(1, Talk.Kind.BEFORE, LocalDate.of(2027, 1, 14), 3),
            GivenJourney.booster(GivenJourney.BOOSTER, 1, LocalDate.of(2027, 1, 21)));
    List<Touch> touches = plan(facts, in(BERLIN));

    var talk = first(touches, "post-course-talk").content();
    assertThat(talk.get("completedOn").asText()).isEqualTo("2027-01-19");
    assertThat(talk.get("goal").asText()).isEqualTo("Goal of version 1");
    var checkIn = first(touches, "plan-check-in").content();
    assertThat(checkIn.at("/actions/0/status").asText()).isEqualTo("started");
    var booster = first(touches, "booster").content();
    assertThat(booster.get("boosterId").asText()).isEqualTo(GivenJourney.BOOSTER.toString());
    assertThat(booster.at("/options/1/key").asText()).isEqualTo("B");
    var learner = first(touches, "evaluation-3m-learner").content();
    assertThat(learner.get("stage").asText() + learner.get("baseline")).isEqualTo("m34");
    var manager = first(touches, "evaluation-12m-manager").content();
    assertThat(manager.get("stage").asText() + manager.get("baseline")).isEqualTo("m123");
  }

  private static Touch first(List<Touch> touches, String step) {
    return touches.stream()
        .filter(touch -> touch.step().key().equals(step))
        .findFirst()
        .orElseThrow();
  }

  private static LocalDate day(List<Touch> touches, String step, int occurrence) {
    return touches.stream()
        .filter(touch -> touch.step().key().equals(step) && touch.occurrence() == occurrence)
        .findFirst()
        .orElseThrow()
        .localDate();
  }

  private static List<String> reasons(List<Touch> touches, String step) {
    return touches.stream()
        .filter(touch -> touch.step().key().equals(step))
        .map(touch -> touch.withheld() == null ? "-" : touch.withheld().code())
        .toList();
  }
}
