package org.followthrough.reminder.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.followthrough.reminder.envelope.Addressed;

/** A touch that does not go out now: what it becomes, and why. */
record Withheld(
    UUID touchId,
    UUID recipientId,
    String state,
    String reason,
    Instant dueAt,
    LocalDate localDate) {

  static Withheld unwritable(Addressed touch) {
    UUID reader = touch.recipient().personId();
    return new Withheld(touch.item().touchId(), reader, "FAILED", "unwritable", null, null);
  }

  /** A newer reminder for the same thing goes out at the same moment. */
  static Withheld overtaken(Addressed touch) {
    UUID reader = touch.recipient().personId();
    return new Withheld(touch.item().touchId(), reader, "COALESCED", "overtaken", null, null);
  }

  static Withheld of(DueTouch touch, Decision decision) {
    UUID reader = touch.reader() == null ? null : touch.reader().personId();
    UUID touchId = touch.item().touchId();
    if (decision instanceof Decision.Postpone wait) {
      return new Withheld(touchId, null, "PLANNED", wait.reason(), wait.until(), wait.localDate());
    }
    if (decision instanceof Decision.Suppress no) {
      return new Withheld(touchId, reader, "SUPPRESSED", no.reason(), null, null);
    }
    if (decision instanceof Decision.Expire late) {
      return new Withheld(touchId, reader, "EXPIRED", late.reason(), null, null);
    }
    throw new IllegalArgumentException("goes out: " + touchId);
  }
}
