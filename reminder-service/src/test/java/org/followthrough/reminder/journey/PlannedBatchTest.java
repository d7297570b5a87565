package org.followthrough.reminder.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.followthrough.reminder.journey.GivenJourney.BERLIN;
import static org.followthrough.reminder.journey.GivenJourney.facts;
import static org.followthrough.reminder.journey.GivenJourney.in;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlannedBatchTest {

  private static final Instant NOW = Instant.parse("2027-01-05T00:00:00Z");
  private static final UUID ANY = new UUID(0, 9);
  private static final Facts ENROLLED = facts(GivenJourney.enrolled(1));
  private static final KnownCircumstances KNOWN = new KnownCircumstances(in(BERLIN), null);

  // Deferred to the end of a leave; then the leave is corrected, and news comes before anybody
  // has looked at that.
  @Test
  void newsShouldNotHideThatCircumstancesChanged() {
    List<StandingTouch> deferred =
        standing().stream().map(t -> dueLater(t, Duration.ofDays(2))).toList();

    Journey asPlanned = journey(NOW, null);
    assertThat(plan(asPlanned, deferred).updates()).isEmpty();

    Journey marked = journey(null, null).with(ENROLLED.with(new Expectations(1, 4)));
    assertThat(plan(marked, deferred).updates())
        .filteredOn(change -> change.state() == TouchState.PLANNED)
        .hasSize(2)
        .allSatisfy(change -> assertThat(change.dueAt()).isEqualTo(change.plannedFor()));
  }

  @Test
  void journeyShouldStayToBePlannedWhileDispatchHoldsWhatShouldChange() {
    List<StandingTouch> claimed =
        standing().stream().map(touch -> touch.in(TouchState.CLAIMED)).toList();
    Journey withdrawn = journey(NOW, null).with(ENROLLED.with(GivenJourney.withdrawn(2)));

    PlannedBatch held = plan(withdrawn, claimed);
    assertThat(held.updates()).isEmpty();
    assertThat(held.journeys()).allMatch(Journey::isToBePlanned);

    PlannedBatch givenBack = plan(held.journeys().get(0), standing());
    assertThat(givenBack.updates())
        .hasSize(4)
        .allMatch(change -> change.state() == TouchState.CANCELLED);
    assertThat(givenBack.journeys()).noneMatch(Journey::isToBePlanned);
  }

  // Dispatch read that there is no manager; before it has written that down, one becomes known.
  @Test
  void whatDispatchIsDecidingWhenCircumstancesChangeShouldHaveAnotherChance() {
    PlannedBatch held = plan(journey(null, null), standing(TouchState.CLAIMED));
    assertThat(held.updates()).isEmpty();
    assertThat(held.journeys()).allMatch(Journey::isToBePlanned);

    PlannedBatch givenUp = plan(held.journeys().get(0), standing(TouchState.SUPPRESSED));
    assertThat(givenUp.updates())
        .hasSize(4)
        .allMatch(change -> change.state() == TouchState.PLANNED);
    assertThat(givenUp.journeys()).noneMatch(Journey::isToBePlanned);

    assertThat(plan(journey(null, null), standing(TouchState.TRANSMITTING)).journeys())
        .noneMatch(Journey::isToBePlanned);
    assertThat(plan(journey(NOW, null), standing(TouchState.CLAIMED)).journeys())
        .noneMatch(Journey::isToBePlanned);
  }

  // News of the journey may see them before the look that follows their coming.
  @Test
  void arrivalOfWhoWasAwaitedShouldCountHoweverItIsNoticed() {
    List<StandingTouch> givenUp = standing(TouchState.SUPPRESSED);
    assertThat(plan(journey(NOW, null), givenUp).updates()).isEmpty();

    assertThat(plan(journey(null, GivenJourney.MANAGER), givenUp).updates())
        .hasSize(4)
        .allMatch(change -> change.state() == TouchState.PLANNED);
  }

  private static List<StandingTouch> standing(TouchState state) {
    return standing().stream().map(touch -> touch.in(state)).toList();
  }

  @Test
  void journeyShouldBePlannedAsFarAsPossibleWhileItsManagerIsNotKnown() {
    UUID manager = GivenJourney.MANAGER;
    PlannedBatch batch =
        PlannedBatch.of(
            List.of(journey(null, null)),
            Map.of(GivenJourney.ENROLLMENT, new KnownCircumstances(in(BERLIN), manager)),
            List.of(),
            NOW);
    assertThat(batch.inserts().slices()).hasSize(1);
    assertThat(batch.awaited()).containsExactly(manager);
    assertThat(batch.journeys()).noneMatch(Journey::isToBePlanned);
    assertThat(batch.journeys()).allMatch(journey -> journey.plannedAt() == null);
  }

  private static PlannedBatch plan(Journey journey, List<StandingTouch> standing) {
    return PlannedBatch.of(List.of(journey), Map.of(GivenJourney.ENROLLMENT, KNOWN), standing, NOW);
  }

  private static Journey journey(Instant plannedAt, UUID awaits) {
    return new Journey(GivenJourney.ENROLLMENT, ANY, ANY, ANY, ENROLLED, plannedAt, awaits);
  }

  private static List<StandingTouch> standing() {
    List<Touch> planned = GivenJourney.plan(ENROLLED, in(BERLIN));
    return Reconciliation.diff(planned, List.of(), NOW, false).inserts().stream()
        .map(insert -> StandingTouch.of(GivenJourney.ENROLLMENT, insert.stand()))
        .toList();
  }

  private static StandingTouch dueLater(StandingTouch touch, Duration by) {
    return new StandingTouch(
        touch.touchId(),
        touch.enrollmentId(),
        touch.state(),
        "on-leave",
        touch.plannedFor(),
        touch.dueAt().plus(by),
        touch.staleAfter(),
        touch.localDate(),
        touch.content());
  }
}
