package org.followthrough.reminder.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.followthrough.reminder.journey.GivenJourney.BERLIN;
import static org.followthrough.reminder.journey.GivenJourney.facts;
import static org.followthrough.reminder.journey.GivenJourney.in;
import static org.followthrough.reminder.journey.GivenJourney.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationTest {

  private static final Instant IN_TIME = Instant.parse("2027-01-05T00:00:00Z");
  private static final Facts COMPLETED = facts(GivenJourney.completed(2));

  @Test
  void secondLookShouldChangeNothing() {
    for (Instant now : List.of(IN_TIME, Instant.parse("2027-01-27T12:00:00Z"))) {
      List<Touch> planned = plan(COMPLETED, in(BERLIN));
      var changes = Reconciliation.diff(planned, standing(planned, now), now, false);
      assertThat(changes.inserts()).isEmpty();
      assertThat(changes.updates()).isEmpty();
    }
  }

  @Test
  void newFactsShouldInsertMoveAndCancel() {
    List<StandingTouch> before =
        standing(plan(facts(GivenJourney.enrolled(1)), in(BERLIN)), IN_TIME);
    var moved =
        new EnrollmentState(
            2,
            EnrollmentState.Status.ENROLLED,
            LocalDate.of(2027, 1, 25),
            LocalDate.of(2027, 1, 26),
            null,
            null,
            null);
    var talk = new Talk(1, Talk.Kind.BEFORE, LocalDate.of(2027, 1, 4), null);
    var changes = Reconciliation.diff(plan(facts(moved, talk), in(BERLIN)), before, IN_TIME, false);

    assertThat(changes.inserts()).isEmpty();
    assertThat(changes.updates())
        .extracting(change -> change.localDate() + " " + change.state() + " " + change.reason())
        .containsExactlyInAnyOrder(
            "2027-01-18 PLANNED null",
            "2027-01-21 PLANNED null",
            "2027-01-18 CANCELLED before-talk-held",
            "2027-01-21 CANCELLED before-talk-held");
  }

  @Test
  void backdatedFactsShouldSendNoOldMail() {
    Instant late = Instant.parse("2027-06-01T00:00:00Z");
    var changes = Reconciliation.diff(plan(COMPLETED, in(BERLIN)), List.of(), late, false);

    assertThat(changes.inserts())
        .filteredOn(insert -> insert.touch().dueAt().isBefore(late))
        .hasSizeGreaterThan(5)
        .allSatisfy(insert -> assertThat(insert.stand().state()).isNotEqualTo(TouchState.PLANNED));
    assertThat(changes.inserts())
        .filteredOn(insert -> insert.touch().step().key().equals("plan-invitation"))
        .extracting(insert -> insert.stand().state() + " " + insert.stand().reason())
        .containsOnly("EXPIRED stale-at-planning");
  }

  @Test
  void lateFactsShouldSendOneReminderAndNotAllOfThem() {
    Instant late = Instant.parse("2027-01-22T12:00:00Z");
    var changes = Reconciliation.diff(plan(COMPLETED, in(BERLIN)), List.of(), late, false);

    assertThat(changes.inserts())
        .filteredOn(insert -> insert.touch().step().key().equals("plan-invitation"))
        .extracting(insert -> insert.stand().state() + " " + insert.stand().reason())
        .containsExactly("COALESCED overtaken", "PLANNED null", "PLANNED null");
  }

  @ParameterizedTest
  @EnumSource(
      value = TouchState.class,
      names = {"CLAIMED", "TRANSMITTING", "ACCEPTED", "FAILED", "IN_DOUBT"})
  void whatLeftOurHandsShouldStayAsItIs(TouchState state) {
    List<StandingTouch> sent =
        standing(plan(COMPLETED, in(BERLIN)), IN_TIME).stream()
            .map(touch -> with(touch, state, null, touch.dueAt()))
            .toList();
    List<Touch> otherwise = plan(facts(GivenJourney.withdrawn(3)), in(BERLIN));
    var changes = Reconciliation.diff(otherwise, sent, IN_TIME, true);
    assertThat(changes.updates()).isEmpty();
    assertThat(changes.inserts()).isEmpty();
  }

  @Test
  void deferralShouldStandUntilCircumstancesChange() {
    List<Touch> planned = plan(COMPLETED, in(BERLIN));
    List<StandingTouch> deferred =
        standing(planned, IN_TIME).stream()
            .filter(touch -> touch.state() == TouchState.PLANNED)
            .map(t -> with(t, TouchState.PLANNED, "budget", t.dueAt().plus(Duration.ofDays(1))))
            .toList();
    List<Touch> same = planned.stream().filter(t -> has(deferred, t)).toList();

    assertThat(Reconciliation.diff(same, deferred, IN_TIME, false).updates()).isEmpty();
    assertThat(Reconciliation.diff(same, deferred, IN_TIME, true).updates())
        .hasSameSizeAs(deferred)
        .allSatisfy(change -> assertThat(change.dueAt()).isEqualTo(change.plannedFor()));
  }

  @Test
  void cancelledShouldComeBackWhenFactsAreCorrected() {
    Facts withdrawn = facts(GivenJourney.enrolled(1), GivenJourney.withdrawn(2));
    List<StandingTouch> cancelled = standing(plan(withdrawn, in(BERLIN)), IN_TIME);
    assertThat(cancelled).allMatch(touch -> touch.state() == TouchState.CANCELLED);

    Facts again = withdrawn.with(GivenJourney.enrolled(3));
    var changes = Reconciliation.diff(plan(again, in(BERLIN)), cancelled, IN_TIME, false);
    assertThat(changes.updates())
        .hasSize(4)
        .allMatch(change -> change.state() == TouchState.PLANNED && change.reason() == null);
  }

  @Test
  void whatDispatchGaveUpShouldLiveAgainOnALaterDayOrInOtherCircumstances() {
    List<Touch> planned = plan(facts(GivenJourney.enrolled(1)), in(BERLIN));
    List<StandingTouch> suppressed =
        standing(planned, IN_TIME).stream()
            .map(t -> with(t, TouchState.SUPPRESSED, "unsubscribed", t.dueAt()))
            .toList();
    assertThat(Reconciliation.diff(planned, suppressed, IN_TIME, false).updates()).isEmpty();
    assertThat(Reconciliation.diff(planned, suppressed, IN_TIME, true).updates())
        .hasSize(4)
        .allMatch(change -> change.state() == TouchState.PLANNED);

    var later =
        new EnrollmentState(
            2, EnrollmentState.Status.ENROLLED, LocalDate.of(2027, 2, 15), null, null, null, null);
    assertThat(
            Reconciliation.diff(plan(facts(later), in(BERLIN)), suppressed, IN_TIME, false)
                .updates())
        .hasSize(4)
        .allMatch(change -> change.state() == TouchState.PLANNED);
  }

  // The manager's leave was to last until after the course, and was corrected.
  @Test
  void whatALeaveEndedShouldLiveAgainWhenTheLeaveIsCorrected() {
    List<Touch> planned = plan(facts(GivenJourney.enrolled(1)), in(BERLIN));
    List<StandingTouch> expired =
        standing(planned, IN_TIME).stream()
            .map(t -> with(t, TouchState.EXPIRED, "on-leave", t.dueAt()))
            .toList();

    assertThat(Reconciliation.diff(planned, expired, IN_TIME, false).updates()).isEmpty();
    assertThat(Reconciliation.diff(planned, expired, IN_TIME, true).updates())
        .hasSize(4)
        .allMatch(change -> change.state() == TouchState.PLANNED && change.reason() == null);
    Instant tooLate = Instant.parse("2027-01-18T00:00:00Z");
    assertThat(Reconciliation.diff(planned, expired, tooLate, true).updates()).isEmpty();
  }

  // Too late for a course of the 18th, but on the 18th the course moves to the 19th.
  @Test
  void whatCameTooLateShouldLiveAgainWhenItsEndMoves() {
    Instant morning = Instant.parse("2027-01-18T06:00:00Z");
    List<StandingTouch> expired =
        standing(plan(facts(GivenJourney.enrolled(1)), in(BERLIN)), IN_TIME).stream()
            .map(t -> with(t, TouchState.EXPIRED, "stale", t.dueAt()))
            .toList();
    var moved =
        new EnrollmentState(
            2, EnrollmentState.Status.ENROLLED, LocalDate.of(2027, 1, 19), null, null, null, null);

    assertThat(
            Reconciliation.diff(plan(facts(moved), in(BERLIN)), expired, morning, false).updates())
        .extracting(change -> change.localDate() + " " + change.state())
        .containsExactlyInAnyOrder("2027-01-15 PLANNED", "2027-01-15 PLANNED");
  }

  @Test
  void whatOnlyGrewOldShouldBeLeftToDispatch() {
    List<Touch> planned = plan(facts(GivenJourney.enrolled(1)), in(BERLIN));
    Instant after = Instant.parse("2027-01-19T00:00:00Z");
    Instant onTheWay = Instant.parse("2027-01-14T12:00:00Z");
    List<StandingTouch> inTime = standing(planned, IN_TIME);
    List<StandingTouch> overtaken = standing(planned, onTheWay);

    assertThat(overtaken).anyMatch(touch -> touch.state() == TouchState.COALESCED);
    assertThat(Reconciliation.diff(planned, inTime, after, true).updates()).isEmpty();
    assertThat(Reconciliation.diff(planned, overtaken, after, true).updates()).isEmpty();
    assertThat(standing(planned, after)).allMatch(t -> t.state() == TouchState.EXPIRED);
  }

  // Dispatch may give it back: after a crash, or because the reader is on leave.
  @ParameterizedTest
  @EnumSource(
      value = TouchState.class,
      names = {"CLAIMED", "TRANSMITTING"})
  void whatShouldChangeWhileInTheHandsOfDispatchShouldBeLookedAtAgain(TouchState inHand) {
    List<Touch> planned = plan(facts(GivenJourney.enrolled(1)), in(BERLIN));
    List<StandingTouch> held =
        standing(planned, IN_TIME).stream().map(touch -> touch.in(inHand)).toList();
    assertThat(Reconciliation.diff(planned, held, IN_TIME, false).outOfReach()).isFalse();

    List<Touch> otherwise =
        plan(facts(GivenJourney.enrolled(1), GivenJourney.withdrawn(2)), in(BERLIN));
    for (List<Touch> wanted : List.of(otherwise, List.<Touch>of())) {
      var changes = Reconciliation.diff(wanted, held, IN_TIME, false);
      assertThat(changes.updates()).isEmpty();
      assertThat(changes.outOfReach()).isTrue();
    }
    List<StandingTouch> sent = held.stream().map(touch -> touch.in(TouchState.ACCEPTED)).toList();
    assertThat(Reconciliation.diff(otherwise, sent, IN_TIME, false).outOfReach()).isFalse();
  }

  @Test
  void touchesNobodyPlansAnyMoreShouldBeCancelled() {
    List<StandingTouch> before =
        standing(plan(facts(GivenJourney.enrolled(1)), in(BERLIN)), IN_TIME);
    var changes = Reconciliation.diff(List.of(), before, IN_TIME, false);
    assertThat(changes.updates())
        .hasSize(4)
        .allMatch(change -> change.reason().equals("no-longer-planned"));
  }

  /** How the planned touches stand once they are written. */
  private static List<StandingTouch> standing(List<Touch> planned, Instant now) {
    return Reconciliation.diff(planned, List.of(), now, false).inserts().stream()
        .map(insert -> StandingTouch.of(GivenJourney.ENROLLMENT, insert.stand()))
        .toList();
  }

  private static boolean has(List<StandingTouch> standing, Touch touch) {
    return standing.stream().anyMatch(stands -> stands.touchId().equals(touch.touchId()));
  }

  private static StandingTouch with(
      StandingTouch touch, TouchState state, String reason, Instant dueAt) {
    return new StandingTouch(
        touch.touchId(),
        touch.enrollmentId(),
        state,
        reason,
        touch.plannedFor(),
        dueAt,
        touch.staleAfter(),
        touch.localDate(),
        touch.content());
  }
}
