package org.followthrough.reminder.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.followthrough.reminder.journey.GivenJourney.BERLIN;
import static org.followthrough.reminder.journey.GivenJourney.facts;
import static org.followthrough.reminder.journey.GivenJourney.in;
import static org.followthrough.reminder.journey.GivenJourney.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    List<StandingTouch> result = new ArrayList<>();
    Stream<Reconciliation.Insert> inserts =
        Reconciliation.diff(planned, List.of(), now, false).inserts().stream();
    inserts
        .map(Reconciliation.Insert::stand)
        .forEach(
            stand ->
                result.add(
                    new StandingTouch(
                        stand.touchId(),
                        GivenJourney.ENROLLMENT,
                        stand.state(),
                        stand.reason(),
                        stand.plannedFor(),
                        stand.dueAt(),
                        stand.staleAfter(),
                        stand.localDate(),
                        stand.content())));
    return result;
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
