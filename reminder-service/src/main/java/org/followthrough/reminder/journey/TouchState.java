package org.followthrough.reminder.journey;

/** Where a touch stands; planning decides only between some of them. */
enum TouchState {
  PLANNED,
  CLAIMED,
  TRANSMITTING,
  ACCEPTED,
  FAILED,
  IN_DOUBT,
  EXPIRED,
  SUPPRESSED,
  COALESCED,
  CANCELLED;

  /** Dispatch is at it and may still give it back. */
  boolean isInHand() {
    return this == CLAIMED || this == TRANSMITTING;
  }

  /** It left our hands, or may have: planning never touches it again. */
  boolean isBeyondPlanning() {
    return switch (this) {
      case CLAIMED, TRANSMITTING, ACCEPTED, FAILED, IN_DOUBT -> true;
      case PLANNED, EXPIRED, SUPPRESSED, COALESCED, CANCELLED -> false;
    };
  }
}
