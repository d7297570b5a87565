package org.followthrough.reminder.journey;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.reminder.people.Circle;

/**
 * Adds what became known to the journeys' facts and plans them again: the whole batch in one
 * transaction and a constant number of round trips. Locks people, courses, journeys and touches in
 * this order, each by id.
 */
@ApplicationScoped
class JourneyPlanning {

  // Its statements join arrays with each other: planned once for arrays of unknown length, as the
  // rest of the service's, that takes the square of the time. And it goes by key, even where tables
  // have just grown and PostgreSQL believes that a batch wants most of their rows.
  private static final String PLAN_BY_LENGTH =
      "SET LOCAL plan_cache_mode = auto; SET LOCAL enable_seqscan = off";

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

  /**
   * The effect of a polled batch; nothing where it says nothing new.
   *
   * @return the people and courses that journeys of the batch wait for
   */
  Uni<Set<UUID>> apply(List<ReceivedEvent> received) {
    List<JourneyEvent> events =
        received.stream().map(JourneyEvents::read).flatMap(Optional::stream).toList();
    return events.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : inTransaction(transaction -> apply(transaction, events));
  }

  private Uni<Set<UUID>> apply(SqlConnection transaction, List<JourneyEvent> events) {
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
                    .chain(changed -> plan(transaction, circle, changed)));
  }

  /** Plans those of these journeys that are still to be planned and that nobody else is at. */
  Uni<Void> planAgain(Collection<Journey> candidates) {
    return inTransaction(
        transaction ->
            Circle.lock(
                    transaction,
                    candidates.stream().map(Journey::learnerId).distinct().toList(),
                    candidates.stream().map(Journey::courseId).distinct().toList())
                .flatMap(
                    circle ->
                        journeys
                            .lockToPlan(transaction, candidates)
                            .call(due -> plan(transaction, circle, due))
                            .replaceWithVoid()));
  }

  private <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(
        transaction ->
            transaction.query(PLAN_BY_LENGTH).execute().chain(() -> work.apply(transaction)));
  }

  private static List<Journey> changed(List<Journey> journeys, List<JourneyEvent> events) {
    Map<UUID, Facts> facts = new HashMap<>();
    journeys.forEach(journey -> facts.put(journey.enrollmentId(), journey.facts()));
    events.forEach(
        event -> facts.computeIfPresent(event.enrollmentId(), (id, f) -> f.with(event.finding())));
    return journeys.stream()
        .filter(
            journey -> {
              Facts known = facts.get(journey.enrollmentId());
              return journey.isToBePlanned() || !known.equals(journey.facts());
            })
        .map(journey -> journey.with(facts.get(journey.enrollmentId())))
        .toList();
  }

  private Uni<Set<UUID>> plan(SqlConnection transaction, Circle circle, List<Journey> due) {
    if (due.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    List<UUID> ids = due.stream().map(Journey::enrollmentId).toList();
    return circumstances
        .read(transaction, circle, due)
        .flatMap(
            known ->
                touches.lock(transaction, ids).flatMap(standing -> compute(due, known, standing)))
        .call(batch -> write(transaction, batch))
        .map(PlannedBatch::awaited);
  }

  // A full batch is too much work for an event loop.
  private Uni<PlannedBatch> compute(
      List<Journey> due, Map<UUID, KnownCircumstances> known, List<StandingTouch> standing) {
    return Uni.createFrom()
        .item(() -> PlannedBatch.of(due, known, standing, now()))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private Uni<Void> write(SqlConnection transaction, PlannedBatch batch) {
    return journeys
        .save(transaction, batch.journeys())
        .chain(() -> insert(transaction, batch.inserts().slices()))
        .chain(() -> touches.update(transaction, batch.updates(), now()));
  }

  private Uni<Void> insert(SqlConnection transaction, List<Supplier<Tuple>> slices) {
    return slices.isEmpty()
        ? Uni.createFrom().voidItem()
        : touches
            .insert(transaction, slices.get(0).get())
            .chain(() -> insert(transaction, slices.subList(1, slices.size())));
  }

  private Instant now() {
    return clock.instant();
  }
}
