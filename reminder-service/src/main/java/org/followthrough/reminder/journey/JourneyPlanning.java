package org.followthrough.reminder.journey;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.reminder.people.Circle;

/**
 * Adds what became known to the journeys' facts and plans them again: the whole batch in one
 * transaction and a constant number of round trips. Locks people, courses, journeys and touches in
 * this order, each by id.
 */
@ApplicationScoped
class JourneyPlanning {

  private final Pool pool;
  private final JourneyStore journeys;
  private final TouchStore touches;
  private final CircumstancesReader circumstances;
  private final Clock clock;

  JourneyPlanning(
      Pool pool,
      JourneyStore journeys,
      TouchStore touches,
      CircumstancesReader circumstances,
      Clock clock) {
    this.pool = pool;
    this.journeys = journeys;
    this.touches = touches;
    this.circumstances = circumstances;
    this.clock = clock;
  }

  /** The effect of a polled batch; nothing where it says nothing new. */
  Uni<Void> apply(List<ReceivedEvent> received) {
    List<JourneyEvent> events =
        received.stream().map(JourneyEvents::read).flatMap(Optional::stream).toList();
    return events.isEmpty()
        ? Uni.createFrom().voidItem()
        : pool.withTransaction(transaction -> apply(transaction, events));
  }

  private Uni<Void> apply(SqlConnection transaction, List<JourneyEvent> events) {
    Map<UUID, JourneyEvent> byEnrollment = new TreeMap<>();
    events.forEach(event -> byEnrollment.putIfAbsent(event.enrollmentId(), event));
    return Circle.lock(
            transaction,
            events.stream().map(JourneyEvent::learnerId).distinct().toList(),
            events.stream().map(JourneyEvent::courseId).distinct().toList())
        .call(() -> journeys.create(transaction, byEnrollment.values()))
        .flatMap(
            circle ->
                journeys
                    .lock(transaction, byEnrollment.keySet())
                    .map(known -> changed(known, events))
                    .chain(changed -> plan(transaction, circle, changed, false)));
  }

  /** Plans those of these journeys that are still to be planned; answers with how many it did. */
  Uni<Integer> planAgain(Collection<Journey> candidates) {
    return pool.withTransaction(
        transaction ->
            Circle.lock(
                    transaction,
                    candidates.stream().map(Journey::learnerId).distinct().toList(),
                    candidates.stream().map(Journey::courseId).distinct().toList())
                .flatMap(
                    circle ->
                        journeys
                            .lockToPlan(transaction, candidates)
                            .call(due -> plan(transaction, circle, due, true))
                            .map(List::size)));
  }

  private static List<Journey> changed(List<Journey> known, List<JourneyEvent> events) {
    Map<UUID, Facts> facts = new HashMap<>();
    known.forEach(journey -> facts.put(journey.enrollmentId(), journey.facts()));
    events.forEach(
        event -> facts.computeIfPresent(event.enrollmentId(), (id, f) -> f.with(event.finding())));
    return known.stream()
        .filter(
            journey -> {
              boolean isNew = journey.plannedAt() == null && journey.awaits() == null;
              return isNew || !facts.get(journey.enrollmentId()).equals(journey.facts());
            })
        .map(journey -> journey.with(facts.get(journey.enrollmentId())))
        .toList();
  }

  private Uni<Void> plan(
      SqlConnection transaction, Circle circle, List<Journey> due, boolean reconsider) {
    if (due.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<UUID> ids = due.stream().map(Journey::enrollmentId).toList();
    return circumstances
        .read(transaction, circle, due)
        .flatMap(
            known ->
                touches
                    .lock(transaction, ids)
                    .map(standing -> PlannedBatch.of(due, known, standing, now(), reconsider)))
        .flatMap(batch -> write(transaction, batch));
  }

  private Uni<Void> write(SqlConnection transaction, PlannedBatch batch) {
    return journeys
        .save(transaction, batch.journeys())
        .chain(() -> touches.insert(transaction, batch.inserts()))
        .chain(() -> touches.update(transaction, batch.updates(), now()));
  }

  private Instant now() {
    return clock.instant();
  }
}
