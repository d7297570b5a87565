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
 * The difference between what is planned and what stands. Pure. It never changes what was sent or
 * is in flight. What dispatch gave up on lives again where there is a new chance: another time or a
 * later end, or other circumstances (a manager, an address, a return from leave).
 */
final class Reconciliation {

  /** A touch to insert, and how it shall stand. */
  record Insert(Touch touch, TouchChange stand) {}

  /**
   * What to write for one journey.
   *
   * @param outOfReach a touch that should change, or should have another chance, is in the hands of
   *     dispatch, who may give it back or up: the journey has to be looked at again
   */
  record Changes(List<Insert> inserts, List<TouchChange> updates, boolean outOfReach) {}

  private final Instant now;
  private final boolean reconsider;
  private final List<Touch> planned;
  private final Map<UUID, StandingTouch> standing = new HashMap<>();
  private final Map<String, Integer> newestDue = new HashMap<>();
  private boolean outOfReach;

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
   * @param reconsider also takes back what dispatch deferred or gave up: it will look again with
   *     what it knows now of the person's zone, leave and manager
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
    standing.values().forEach(touch -> end(touch).ifPresent(updates::add));
    return new Changes(inserts, updates, outOfReach);
  }

  private Optional<TouchChange> end(StandingTouch leftOver) {
    if (leftOver.state().isBeyondPlanning()) {
      outOfReach |= leftOver.state().isInHand();
      return Optional.empty();
    }
    boolean ended =
        PlanningReason.NO_LONGER_PLANNED.code().equals(leftOver.reason())
            || PlanningReason.ERASED.code().equals(leftOver.reason());
    return leftOver.isPlanningsOwn() && !ended
        ? Optional.of(TouchChange.cancel(leftOver, PlanningReason.NO_LONGER_PLANNED))
        : Optional.empty();
  }

  private Optional<TouchChange> change(StandingTouch stands, Touch touch) {
    TouchChange wanted = stand(touch);
    if (stands.state().isBeyondPlanning()) {
      outOfReach |= isUnsettled(stands, wanted);
      return Optional.empty();
    }
    if (onlyAged(stands, wanted) || (!stands.isPlanningsOwn() && !livesAgain(stands, wanted))) {
      return Optional.empty();
    }
    if (isDeferred(stands, wanted)) {
      wanted = wanted.keepingDeferral(stands);
    }
    return wanted.changes(stands) ? Optional.of(wanted) : Optional.empty();
  }

  // What is being decided on may be given up, by circumstances that dispatch read before they
  // changed: that can only be taken back when it is known.
  private boolean isUnsettled(StandingTouch inHand, TouchChange wanted) {
    boolean beingDecided = reconsider && inHand.state() == TouchState.CLAIMED;
    return beingDecided || (inHand.state().isInHand() && wanted.differsFrom(inHand));
  }

  // Dispatch says of what it let grow old that it did; and what was overtaken stays overtaken.
  private static boolean onlyAged(StandingTouch stands, TouchChange wanted) {
    boolean open = stands.state() == TouchState.PLANNED || stands.state() == TouchState.COALESCED;
    return open
        && wanted.state() == TouchState.EXPIRED
        && wanted.plannedFor().equals(stands.plannedFor())
        && wanted.staleAfter().equals(stands.staleAfter());
  }

  private boolean livesAgain(StandingTouch stands, TouchChange wanted) {
    boolean givenUp =
        stands.state() == TouchState.EXPIRED || stands.state() == TouchState.SUPPRESSED;
    boolean moved =
        !wanted.plannedFor().equals(stands.plannedFor())
            || wanted.staleAfter().isAfter(stands.staleAfter());
    return givenUp && wanted.state() == TouchState.PLANNED && (moved || reconsider);
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
      return TouchChange.of(touch, touch.withheld().state(), touch.withheld());
    }
    if (touch.isStaleAt(now)) {
      return TouchChange.of(touch, TouchState.EXPIRED, PlanningReason.STALE_AT_PLANNING);
    }
    boolean due = !touch.dueAt().isAfter(now);
    if (due && newestDue.getOrDefault(touch.step().key(), -1) > touch.occurrence()) {
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
