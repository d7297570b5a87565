package org.followthrough.reminder.envelope;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.followthrough.reminder.mail.LetterItem;
import org.followthrough.reminder.mail.Recipient;

/**
 * A touch for which it is decided that it goes out now, and to whom.
 *
 * @param moment as of when it was decided, by the service clock
 * @param attempts how often a relay has put it off
 * @param resendable whether it may be sent once more after a transmission in doubt
 * @param mayBeEnded whether the recipient's unsubscribing ends it
 * @param later when it goes out if the send window's one mail is gone already
 */
public record Addressed(
    UUID organizationId,
    LetterItem item,
    Recipient recipient,
    Instant moment,
    Instant staleAfter,
    int attempts,
    boolean resendable,
    boolean mayBeEnded,
    Later later) {

  /** The next send window; {@code inTime} unless the touch is stale by then. */
  public record Later(Instant dueAt, LocalDate localDate, boolean inTime) {}

  /** A question gets a mail of its own. */
  public boolean travelsAlone() {
    return item.category().equals("boosters");
  }

  /** A person gets one mail a day, and boosters beside it. */
  String window() {
    return travelsAlone()
        ? "booster/" + item.touchId()
        : moment.atZone(recipient.zone()).toLocalDate().toString();
  }
}
