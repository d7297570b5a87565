package org.followthrough.reminder.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A touch as it stands in the table.
 *
 * @param plannedFor what planning wanted when it last looked
 * @param dueAt when dispatch will look; later than {@code plannedFor} where it deferred the touch
 */
record StandingTouch(
    UUID touchId,
    UUID enrollmentId,
    TouchState state,
    String reason,
    Instant plannedFor,
    Instant dueAt,
    Instant staleAfter,
    LocalDate localDate,
    JsonNode content) {

  /** As the change leaves it. */
  static StandingTouch of(UUID enrollmentId, TouchChange change) {
    return new StandingTouch(
        change.touchId(),
        enrollmentId,
        change.state(),
        change.reason(),
        change.plannedFor(),
        change.dueAt(),
        change.staleAfter(),
        change.localDate(),
        change.content());
  }

  /** The same in another state. */
  StandingTouch in(TouchState other) {
    return new StandingTouch(
        touchId, enrollmentId, other, reason, plannedFor, dueAt, staleAfter, localDate, content);
  }

  /** Only planning ended it, so planning may bring it back. */
  boolean isPlanningsOwn() {
    return state == TouchState.PLANNED || PlanningReason.isCode(reason);
  }
}
