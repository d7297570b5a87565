package org.followthrough.enrollment.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.followthrough.enrollment.sql.OvertakenException;
import org.followthrough.kit.consumer.TransientFault;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * Does a transaction again where that helps, and keeps one event that the database refuses from
 * failing the others that happen to be in the same transaction.
 */
@Singleton
class ResilientIntake {

  private static final Logger LOG = Logger.getLogger(ResilientIntake.class);

  /** With the pauses between them about five seconds: as long as a database takes to restart. */
  private static final int RETRIES = 10;

  /** Both by identity: the same event handed in twice is a duplicate of itself. */
  record Outcome(Set<HrEvent> accepted, Map<HrEvent, Problem> failed) {

    static Outcome of(Set<HrEvent> accepted) {
      return new Outcome(accepted, new IdentityHashMap<>());
    }

    static Outcome failed(HrEvent event, Problem problem) {
      Outcome result = of(Collections.newSetFromMap(new IdentityHashMap<>()));
      result.failed.put(event, problem);
      return result;
    }

    Outcome and(Outcome other) {
      accepted.addAll(other.accepted);
      failed.putAll(other.failed);
      return this;
    }
  }

  private final IntakeTransaction transaction;
  private final TransientFault faults;

  ResilientIntake(IntakeTransaction transaction, TransientFault faults) {
    this.transaction = transaction;
    this.faults = faults;
  }

  Uni<Outcome> apply(List<HrEvent> events) {
    return transaction
        .apply(events)
        .onFailure(this::passes)
        .retry()
        .withBackOff(Duration.ofMillis(10), Duration.ofSeconds(1))
        .atMost(RETRIES)
        .onFailure(this::passes)
        .transform(fault -> unavailable())
        .map(Outcome::of)
        .onFailure(fault -> !(fault instanceof ProblemException))
        .recoverWithUni(fault -> isolate(events, fault));
  }

  private Uni<Outcome> isolate(List<HrEvent> events, Throwable fault) {
    if (events.size() == 1) {
      return Uni.createFrom().item(Outcome.failed(events.get(0), notStorable(fault)));
    }
    int half = events.size() / 2;
    return apply(events.subList(0, half))
        .chain(
            first -> apply(events.subList(half, events.size())).map(second -> first.and(second)));
  }

  // The last failure of a bounded retry comes wrapped.
  private boolean passes(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof OvertakenException
                    || cause instanceof IOException
                    || faults.isTransient(cause));
  }

  // The fault's own text may quote the event.
  private static Problem notStorable(Throwable fault) {
    String reference = UUID.randomUUID().toString();
    String state = fault instanceof PgException pg ? " " + pg.getSqlState() : "";
    LOG.errorf(
        "an HR event cannot be stored, reference %s: %s%s",
        reference, fault.getClass().getName(), state);
    return Problem.of(500, "internal", "Internal error", "our fault; reference " + reference);
  }

  private static ProblemException unavailable() {
    return new ProblemException(
        Problem.of(
            503,
            "unavailable",
            "Service unavailable",
            "the events are not stored; send the same request again in a few seconds"));
  }
}
