package org.followthrough.reminder.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What one transaction writes: pure, from what it read. */
record PlannedBatch(List<Journey> journeys, TouchInserts inserts, List<TouchChange> updates) {

  static PlannedBatch of(
      List<Journey> due,
      Map<UUID, KnownCircumstances> known,
      List<StandingTouch> standing,
      Instant now) {
    Map<UUID, List<StandingTouch>> byJourney =
        standing.stream().collect(Collectors.groupingBy(StandingTouch::enrollmentId));
    PlannedBatch batch =
        new PlannedBatch(new ArrayList<>(due.size()), new TouchInserts(), new ArrayList<>());
    for (Journey journey : due) {
      UUID id = journey.enrollmentId();
      List<StandingTouch> stands = byJourney.getOrDefault(id, List.of());
      batch.add(journey, known.get(id), stands, now);
    }
    return batch;
  }

  /** The people and courses that journeys of the batch wait for. */
  Set<UUID> awaited() {
    return journeys.stream()
        .map(Journey::awaits)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private void add(
      Journey journey, KnownCircumstances known, List<StandingTouch> standing, Instant now) {
    if (known.circumstances() == null && !journey.facts().erased()) {
      journeys.add(journey.planned(now, known.awaits()));
      return;
    }
    List<Touch> planned = plan(journey, known);
    var changes = Reconciliation.diff(planned, standing, now, isChanged(journey, known));
    inserts.add(journey, changes.inserts());
    updates.addAll(changes.updates());
    journeys.add(
        changes.outOfReach() ? journey.toBePlanned() : journey.planned(now, known.awaits()));
  }

  // Whoever was awaited and is there now may be seen here before anybody marked the journey.
  private static boolean isChanged(Journey journey, KnownCircumstances known) {
    return journey.isToBePlanned() || !Objects.equals(journey.awaits(), known.awaits());
  }

  private static List<Touch> plan(Journey journey, KnownCircumstances known) {
    return known.circumstances() == null
        ? List.of()
        : Planner.plan(journey.enrollmentId(), journey.facts(), known.circumstances());
  }
}
