package org.followthrough.reminder.journey;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why planning withholds a touch. A touch that ended for one of these can come back. */
public enum PlanningReason {
  WITHDRAWN("the learner was withdrawn from the course"),
  LEFT("the learner has left the organization"),
  COURSE_COMPLETED("the course is already completed"),
  BEFORE_TALK_HELD("manager and learner have already talked before the course"),
  EXPECTATIONS_SHARED("the learner has already answered the questions before the course"),
  PLAN_COMMITTED("the learner has already made a plan"),
  AFTER_TALK_HELD("manager and learner have already talked after the course"),
  PLAN_APPLIED("every action of the plan is already applied"),
  BOOSTER_ANSWERED("the question was already answered"),
  BOOSTER_CANCELLED("the question shall not be asked any more"),
  EVALUATION_SUBMITTED("the form was already handed in"),
  STALE_AT_PLANNING("when this became known it was already too late to be useful"),
  SAME_DAY("the contact before it falls on the same day"),
  OVERTAKEN("a later reminder for the same thing was already due"),
  NO_LONGER_PLANNED("the dates or the cadence changed and do not foresee it any more"),
  ERASED("the person was erased"),
  UNKNOWN_CADENCE("the course names a cadence that does not exist; the standard one is used");

  private static final Map<String, PlanningReason> BY_CODE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(PlanningReason::code, reason -> reason));

  private final String words;

  PlanningReason(String words) {
    this.words = words;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String words() {
    return words;
  }

  /** What becomes of a touch that is withheld for it. */
  TouchState state() {
    return switch (this) {
      case LEFT -> TouchState.SUPPRESSED;
      case SAME_DAY -> TouchState.COALESCED;
      default -> TouchState.CANCELLED;
    };
  }

  /** The reason of that code; empty where it is one of dispatch, or none. */
  static Optional<PlanningReason> find(String code) {
    return code == null ? Optional.empty() : Optional.ofNullable(BY_CODE.get(code));
  }

  /** Whether the reason is one of planning, and not one of dispatch. */
  static boolean isCode(String reason) {
    return find(reason).isPresent();
  }
}
