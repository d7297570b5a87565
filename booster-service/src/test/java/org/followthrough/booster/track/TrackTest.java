package org.followthrough.booster.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.followthrough.booster.track.Asked.Outcome;
import org.followthrough.booster.track.TrackStep.Asking;
import org.followthrough.booster.track.TrackStep.Reason;
import org.followthrough.booster.track.TrackStep.State;
import org.junit.jupiter.api.Test;

class TrackTest {

  private static final Gaps GAPS = new Gaps(2, List.of(12, 24), 7, 7, 90, 365);
  private static final LocalDate COMPLETED = LocalDate.parse("2027-01-19");
  private static final UUID ENROLLMENT = new UUID(1, 1);
  private static final Set<UUID> BANK = bank(6);

  // As in application.properties.
  private static final Gaps START_VALUES = new Gaps(2, List.of(12, 14, 24), 12, 7, 90, 365);

  @Test
  void questionsShouldComeAtDays2And14And28AsLongAsAnswersAreRight() {
    assertThat(daysAfterCompletion(live(BANK, START_VALUES, question -> Outcome.RIGHT)))
        .containsExactly(2L, 14L, 28L, 52L, 76L);
  }

  @Test
  void questionShouldComeAgainAfterTwelveDaysWhenAnsweredWrong() {
    assertThat(daysAfterCompletion(live(BANK, START_VALUES, question -> Outcome.WRONG)))
        .containsExactly(2L, 14L, 26L, 38L, 50L, 62L, 74L, 86L);
  }

  @Test
  void whoLetsQuestionsPassShouldNotBeAskedMoreOftenThanWhoAnswers() {
    assertThat(daysAfterCompletion(live(BANK, START_VALUES, question -> Outcome.UNANSWERED)))
        .containsExactly(2L, 14L, 26L, 38L, 50L, 62L, 74L, 86L);
  }

  @Test
  void openQuestionShouldMoveWhenTheCompletionIsCorrectedBeforeItIsDue() {
    Asked open = open(1, COMPLETED.plusDays(2));
    for (int days : new int[] {-1, 3, 20}) {
      LocalDate corrected = COMPLETED.plusDays(days);
      var facts = new Track.Facts(ENROLLMENT, Optional.empty(), corrected, null);
      TrackStep step = new Track(facts, List.of(open), GAPS).next(BANK, noon(COMPLETED));
      Asking moved = step.shift().orElseThrow().asking();
      assertThat(moved.dueOn()).isEqualTo(corrected.plusDays(2));
      assertThat(moved.expiresOn()).isEqualTo(corrected.plusDays(9));
      assertThat(moved.sequence()).isEqualTo(1);
      assertThat(step.lookAgainAt()).isEqualTo(ClosingTime.of(moved.expiresOn()));
    }
  }

  @Test
  void openQuestionShouldStayWhenItIsDueAlreadyOrNothingHasChanged() {
    Asked open = open(1, COMPLETED.plusDays(2));
    assertThat(track(List.of(open)).next(BANK, noon(COMPLETED)).shift()).isEmpty();
    var facts = new Track.Facts(ENROLLMENT, Optional.empty(), COMPLETED.plusDays(5), null);
    TrackStep due = new Track(facts, List.of(open), GAPS).next(BANK, noon(open.dueOn()));
    assertThat(due.shift()).isEmpty();
    assertThat(due.lookAgainAt()).isEqualTo(ClosingTime.of(open.expiresOn()));
  }

  @Test
  void nothingShouldBeAskedRightAfterASecondCompletion() {
    Asked asked = open(1, COMPLETED.plusDays(2)).closed(Outcome.CANCELLED, COMPLETED.plusDays(3));
    Asked answered =
        asked(new Asking(BANK.iterator().next(), 2, COMPLETED, COMPLETED.plusDays(7)))
            .closed(Outcome.RIGHT, COMPLETED.plusDays(4));
    LocalDate again = COMPLETED.plusDays(60);
    var facts = new Track.Facts(ENROLLMENT, Optional.empty(), again, null);
    TrackStep step = new Track(facts, List.of(asked, answered), GAPS).next(BANK, noon(again));
    assertThat(step.asking()).get().extracting(Asking::dueOn).isEqualTo(again.plusDays(2));
    assertThat(step.asking()).get().extracting(Asking::sequence).isEqualTo(3);
  }

  @Test
  void firstQuestionShouldBeDueTwoDaysAfterCompletion() {
    TrackStep step = track(List.of()).next(BANK, noon(COMPLETED));
    assertThat(step.asking()).get().extracting(Asking::dueOn).isEqualTo(COMPLETED.plusDays(2));
    assertThat(step.asking()).get().extracting(Asking::expiresOn).isEqualTo(COMPLETED.plusDays(9));
    assertThat(step.state()).isEqualTo(State.RUNNING);
  }

  @Test
  void nothingShouldBeDueInThePastWhenCompletionIsBackdated() {
    LocalDate today = COMPLETED.plusDays(40);
    TrackStep step = track(List.of()).next(BANK, noon(today));
    assertThat(step.asking()).get().extracting(Asking::dueOn).isEqualTo(today);
  }

  @Test
  void trackShouldFinishAtOnceWhenCompletionLiesTooFarBack() {
    TrackStep step = track(List.of()).next(BANK, noon(COMPLETED.plusDays(91)));
    assertThat(step.state()).isEqualTo(State.FINISHED);
    assertThat(step.asking()).isEmpty();
  }

  @Test
  void gapsShouldGrowWhenAllAnswersAreRight() {
    List<Asked> asked = live(BANK, question -> Outcome.RIGHT);
    assertThat(daysAfterCompletion(asked)).containsExactly(2L, 14L, 38L, 62L, 86L);
    assertThat(asked).extracting(Asked::questionId).doesNotHaveDuplicates();
  }

  @Test
  void questionShouldComeAgainOnceAfterAWeekWhenAnsweredWrong() {
    List<Asked> asked = live(BANK, question -> Outcome.WRONG);
    assertThat(daysAfterCompletion(asked).subList(0, 5)).containsExactly(2L, 9L, 16L, 23L, 30L);
    assertThat(asked.get(1).questionId()).isEqualTo(asked.get(0).questionId());
    assertThat(asked.get(2).questionId()).isNotEqualTo(asked.get(0).questionId());
    assertThat(asked.get(3).questionId()).isEqualTo(asked.get(2).questionId());
  }

  @Test
  void nextQuestionShouldComeAfterAWeekWhenOneIsLeftUnanswered() {
    List<Asked> asked = live(BANK, question -> Outcome.UNANSWERED);
    assertThat(daysAfterCompletion(asked).subList(0, 4)).containsExactly(2L, 10L, 18L, 26L);
    assertThat(new HashSet<>(asked.subList(0, 6).stream().map(Asked::questionId).toList()))
        .hasSize(6);
    assertThat(daysAfterCompletion(asked)).allMatch(day -> day <= 90);
  }

  @Test
  void questionShouldRetireWhenTwoAnswersInARowAreRight() {
    Set<UUID> one = bank(1);
    List<Asked> asked = live(one, question -> Outcome.RIGHT);
    assertThat(daysAfterCompletion(asked)).containsExactly(2L, 14L);
  }

  @Test
  void trackShouldWaitForQuestionsAndAskANewOneWhenItComes() {
    TrackStep idle = track(List.of()).next(Set.of(), noon(COMPLETED));
    assertThat(idle.state()).isEqualTo(State.RUNNING);
    assertThat(idle.asking()).isEmpty();
    assertThat(idle.lookAgainAt()).isEqualTo(Instant.parse("2027-04-20T00:00:00Z"));

    TrackStep later = track(List.of()).next(bank(1), noon(COMPLETED.plusDays(20)));
    assertThat(later.asking()).get().extracting(Asking::dueOn).isEqualTo(COMPLETED.plusDays(20));
  }

  @Test
  void trackShouldGoOnUntilTheNeedDateWhenThatIsLater() {
    LocalDate needBy = LocalDate.parse("2027-08-31");
    var facts = new Track.Facts(ENROLLMENT, Optional.empty(), COMPLETED, needBy);
    TrackStep step = new Track(facts, List.of(), GAPS).next(BANK, noon(COMPLETED.plusDays(120)));
    assertThat(step.asking()).isPresent();
    TrackStep over = new Track(facts, List.of(), GAPS).next(BANK, noon(needBy.plusDays(1)));
    assertThat(over.state()).isEqualTo(State.FINISHED);
  }

  @Test
  void needDateShouldNotStretchTheTrackOverAYear() {
    assertThat(GAPS.lastDayAfter(COMPLETED, COMPLETED.plusYears(3)))
        .isEqualTo(COMPLETED.plusDays(365));
    assertThat(GAPS.lastDayAfter(COMPLETED, COMPLETED.plusDays(10)))
        .isEqualTo(COMPLETED.plusDays(90));
  }

  @Test
  void openQuestionShouldStandUntilItsLastDayIsOverEverywhere() {
    Asked open = open(1, COMPLETED.plusDays(2));
    Instant closesAt = Instant.parse("2027-01-29T12:00:00Z");
    TrackStep before = track(List.of(open)).next(BANK, closesAt.minusSeconds(1));
    assertThat(before.closing()).isEmpty();
    assertThat(before.asking()).isEmpty();
    assertThat(before.lookAgainAt()).isEqualTo(closesAt);

    TrackStep after = track(List.of(open)).next(BANK, closesAt);
    assertThat(after.closing()).get().extracting("reason").isEqualTo(Reason.UNANSWERED);
    assertThat(after.asking()).get().extracting(Asking::sequence).isEqualTo(2);
  }

  @Test
  void openQuestionShouldBeCancelledWhenWithdrawnLeftOrRetired() {
    Asked open = open(1, COMPLETED.plusDays(2));
    for (Reason reason : List.of(Reason.WITHDRAWN, Reason.LEFT)) {
      var facts = new Track.Facts(ENROLLMENT, Optional.of(reason), COMPLETED, null);
      TrackStep step = new Track(facts, List.of(open), GAPS).next(BANK, noon(COMPLETED));
      assertThat(step.closing()).get().extracting("reason").isEqualTo(reason);
      assertThat(step.state()).isEqualTo(State.CANCELLED);
      assertThat(step.asking()).isEmpty();
    }
    Set<UUID> others = new HashSet<>(BANK);
    others.remove(open.questionId());
    TrackStep step = track(List.of(open)).next(others, noon(COMPLETED));
    assertThat(step.closing()).get().extracting("reason").isEqualTo(Reason.RETIRED);
    assertThat(step.asking()).get().extracting(Asking::dueOn).isEqualTo(COMPLETED.plusDays(2));
  }

  @Test
  void peopleShouldGetQuestionsInDifferentOrderButAlwaysTheSame() {
    Set<UUID> first = new HashSet<>();
    for (int person = 0; person < 50; person++) {
      var facts = new Track.Facts(new UUID(7, person), Optional.empty(), COMPLETED, null);
      UUID once = first(facts);
      assertThat(first(facts)).isEqualTo(once);
      first.add(once);
    }
    assertThat(first).hasSameSizeAs(BANK);
  }

  private static UUID first(Track.Facts facts) {
    TrackStep step = new Track(facts, List.of(), GAPS).next(BANK, noon(COMPLETED));
    return step.asking().orElseThrow().questionId();
  }

  /** Lives through the months hour by hour; every question is answered at noon of its day. */
  private static List<Asked> live(Set<UUID> bank, Function<UUID, Outcome> answer) {
    return live(bank, GAPS, answer);
  }

  private static List<Asked> live(Set<UUID> bank, Gaps gaps, Function<UUID, Outcome> answer) {
    List<Asked> history = new ArrayList<>();
    Instant now = noon(COMPLETED);
    while (true) {
      TrackStep step = track(history, gaps).next(bank, now);
      if (step.closing().isPresent()) {
        closeLast(history, Outcome.UNANSWERED, now);
      }
      step.asking().ifPresent(asking -> history.add(asked(asking)));
      if (step.state() == State.FINISHED) {
        return history;
      }
      answerIfDue(history, answer, now);
      now = now.plus(Duration.ofHours(1));
    }
  }

  private static void closeLast(List<Asked> history, Outcome outcome, Instant now) {
    int last = history.size() - 1;
    history.set(last, history.get(last).closed(outcome, dateOf(now)));
  }

  private static void answerIfDue(
      List<Asked> history, Function<UUID, Outcome> answer, Instant now) {
    Asked last = history.isEmpty() ? null : history.get(history.size() - 1);
    if (last != null && last.isOpen() && !noon(last.dueOn()).isAfter(now)) {
      Outcome outcome = answer.apply(last.questionId());
      if (outcome != Outcome.UNANSWERED) {
        closeLast(history, outcome, now);
      }
    }
  }

  private static List<Long> daysAfterCompletion(List<Asked> asked) {
    return asked.stream().map(each -> each.dueOn().toEpochDay() - COMPLETED.toEpochDay()).toList();
  }

  private static Asked asked(Asking asking) {
    return new Asked(
        new UUID(9, asking.sequence()),
        asking.questionId(),
        asking.sequence(),
        asking.dueOn(),
        asking.expiresOn(),
        Outcome.OPEN,
        null);
  }

  private static Asked open(int sequence, LocalDate dueOn) {
    UUID question = BANK.iterator().next();
    return asked(new Asking(question, sequence, dueOn, dueOn.plusDays(7)));
  }

  private static Track track(List<Asked> history) {
    return track(history, GAPS);
  }

  private static Track track(List<Asked> history, Gaps gaps) {
    var facts = new Track.Facts(ENROLLMENT, Optional.empty(), COMPLETED, null);
    return new Track(facts, history, gaps);
  }

  private static Set<UUID> bank(int size) {
    Set<UUID> bank = new HashSet<>();
    for (int i = 0; i < size; i++) {
      bank.add(new UUID(3, i));
    }
    return bank;
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  private static LocalDate dateOf(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
