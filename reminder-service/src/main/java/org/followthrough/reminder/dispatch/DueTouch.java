package org.followthrough.reminder.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.followthrough.reminder.mail.LetterItem;

/**
 * A claimed touch with all that is known of it at this moment.
 *
 * @param learner whom it is about; null when unknown or erased
 * @param reader who is to get it: the learner, or the learner's current manager; null when there is
 *     none
 * @param unsubscribed whether the reader has ended this category
 */
record DueTouch(
    UUID organizationId,
    Instant dueAt,
    Instant staleAfter,
    int attempts,
    boolean unsubscribed,
    Contact learner,
    Contact reader,
    LetterItem item) {

  boolean isForManager() {
    return item.audience().equals("manager");
  }

  boolean isBooster() {
    return item.category().equals("boosters");
  }

  boolean isTalk() {
    return item.category().equals("talks");
  }

  /**
   * What a manager owes the learner cannot be ended as a whole; unsubscribing ends its reminders.
   */
  boolean isMustHave() {
    return isForManager() && item.occurrence() == 0;
  }

  /** Losing a question is cheaper than asking twice; a talk or a form lost costs a year's proof. */
  boolean isResendable() {
    return isTalk() || item.category().equals("evaluations");
  }

  @Override
  public String toString() {
    return item.toString();
  }
}
