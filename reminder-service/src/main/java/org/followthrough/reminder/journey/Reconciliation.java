package org.followthrough.reminder.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.reminder.cadence.Category;

/**
 * The difference between what is planned and what stands. Pure. It never changes what was sent, is
 * in flight or was ended by dispatch, except that a touch dispatch gave up on lives again when its
 * day moves into the future, and a suppressed one when the circumstances changed.
 */
final class Reconciliation {

  /** A touch to insert, and how it shall stand. */
  record Insert(Touch touch, TouchChange stand) {}

  /** What to write for one journey. */
  record Changes(List<Insert> inserts, List<TouchChange> updates) {}

  private final Instant now;
  private final boolean reconsider;
  private final List<Touch> planned;
  private final Map<UUID, StandingTouch> standing = new HashMap<>();
  private final Map<String, Integer> newestDue = new HashMap<>();

  private Reconciliation(
      List<Touch> planned, List<StandingTouch> standing, Instant now, boolean reconsider) {
    this.planned = planned;
    this.now = now;
    this.reconsider = reconsider;
    standing.forEach(touch -> this.standing.put(touch.touchId(), touch));
    planned.forEach(this::noteIfDue);
  }

  /**
   * The difference.
   *
   * @param reconsider also takes back what dispatch deferred: it will look again with what it knows
   *     now of the person's zone, leave and manager
   */
  static Changes diff(
      List<Touch> planned, List<StandingTouch> standing, Instant now, boolean reconsider) {
    return new Reconciliation(planned, standing, now, reconsider).diff();
  }

  private Changes diff() {
    List<Insert> inserts = new ArrayList<>();
    List<TouchChange> updates = new ArrayList<>();
    for (Touch touch : planned) {
      StandingTouch stands = standing.remove(touch.touchId());
      if (stands == null) {
        inserts.add(new Insert(touch, stand(touch)));
      } else {
        change(stands, touch).ifPresent(updates::add);
      }
    }
    // Left over: what nothing plans any more.
    standing.values().stream()
        .filter(touch -> touch.state() == TouchState.PLANNED)
        .map(touch -> TouchChange.cancel(touch, PlanningReason.NO_LONGER_PLANNED))
        .forEach(updates::add);
    return new Changes(inserts, updates);
  }

  private Optional<TouchChange> change(StandingTouch stands, Touch touch) {
    if (stands.state().isBeyondPlanning()) {
      return Optional.empty();
    }
    TouchChange wanted = stand(touch);
    if (!stands.isPlanningsOwn() && !livesAgain(stands, wanted)) {
      return Optional.empty();
    }
    if (isDeferred(stands, wanted)) {
      wanted = wanted.keepingDeferral(stands);
    }
    return wanted.changes(stands) ? Optional.of(wanted) : Optional.empty();
  }

  private boolean livesAgain(StandingTouch stands, TouchChange wanted) {
    boolean givenUp =
        stands.state() == TouchState.EXPIRED || stands.state() == TouchState.SUPPRESSED;
    boolean moved =
        wanted.plannedFor().isAfter(now) && !wanted.plannedFor().equals(stands.plannedFor());
    // A manager or an address may be known by now: dispatch decides afresh.
    boolean suppressed = stands.state() == TouchState.SUPPRESSED;
    return givenUp && wanted.state() == TouchState.PLANNED && (moved || (reconsider && suppressed));
  }

  private boolean isDeferred(StandingTouch stands, TouchChange wanted) {
    return !reconsider
        && stands.state() == TouchState.PLANNED
        && wanted.state() == TouchState.PLANNED
        && wanted.plannedFor().equals(stands.plannedFor())
        && !stands.dueAt().equals(stands.plannedFor());
  }

  private TouchChange stand(Touch touch) {
    if (touch.isWithheld()) {
      TouchState state =
          touch.withheld() == PlanningReason.LEFT ? TouchState.SUPPRESSED : TouchState.CANCELLED;
      return TouchChange.of(touch, state, touch.withheld());
    }
    if (touch.isStaleAt(now)) {
      return TouchChange.of(touch, TouchState.EXPIRED, PlanningReason.STALE_AT_PLANNING);
    }
    if (newestDue.getOrDefault(touch.step().key(), -1) > touch.occurrence()) {
      return TouchChange.of(touch, TouchState.COALESCED, PlanningReason.OVERTAKEN);
    }
    return TouchChange.of(touch, TouchState.PLANNED, touch.note());
  }

  private void noteIfDue(Touch touch) {
    boolean due = !touch.isWithheld() && !touch.isStaleAt(now) && !touch.dueAt().isAfter(now);
    // Questions differ from each other; one cannot stand for another.
    if (due && touch.step().category() != Category.BOOSTERS) {
      newestDue.merge(touch.step().key(), touch.occurrence(), Math::max);
    }
  }
}
