package org.followthrough.reminder.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** How a touch shall stand from now on; what dispatch owns is not part of it. */
record TouchChange(
    UUID touchId,
    TouchState state,
    String reason,
    Instant plannedFor,
    Instant dueAt,
    Instant staleAfter,
    LocalDate localDate,
    JsonNode content) {

  static TouchChange of(Touch planned, TouchState state, PlanningReason reason) {
    return new TouchChange(
        planned.touchId(),
        state,
        reason == null ? null : reason.code(),
        planned.dueAt(),
        planned.dueAt(),
        planned.staleAfter(),
        planned.localDate(),
        planned.content());
  }

  static TouchChange cancel(StandingTouch standing, PlanningReason reason) {
    return new TouchChange(
        standing.touchId(),
        TouchState.CANCELLED,
        reason.code(),
        standing.plannedFor(),
        standing.dueAt(),
        standing.staleAfter(),
        standing.localDate(),
        standing.content());
  }

  /** The same, but dispatch keeps the later time it chose, its day and the reason it gave. */
  TouchChange keepingDeferral(StandingTouch standing) {
    return new TouchChange(
        touchId,
        state,
        standing.reason(),
        plannedFor,
        standing.dueAt(),
        staleAfter,
        standing.localDate(),
        content);
  }

  /** Whether it would not go out, at another time, or with other content. */
  boolean differsFrom(StandingTouch inHand) {
    return state != TouchState.PLANNED
        || !plannedFor.equals(inHand.plannedFor())
        || !staleAfter.equals(inHand.staleAfter())
        || !content.equals(inHand.content());
  }

  boolean changes(StandingTouch standing) {
    return state != standing.state()
        || !Objects.equals(reason, standing.reason())
        || !plannedFor.equals(standing.plannedFor())
        || !dueAt.equals(standing.dueAt())
        || !staleAfter.equals(standing.staleAfter())
        || !localDate.equals(standing.localDate())
        || !content.equals(standing.content());
  }
}
