package org.followthrough.actionplan.followup;

/** A follow-up ended for its writer between the look at the door and the write. */
public final class FollowUpClosedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FollowUpClosedException() {
    super("the follow-up is closed for its writer");
  }
}
