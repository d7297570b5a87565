package org.followthrough.reminder.dispatch;

import java.time.Instant;

/**
 * As of when a due touch is decided on. A clock that runs fast makes hours between two looks; what
 * came due between them is treated as if looked at when it came due, so that 09:00 stays 09:00.
 *
 * @param previous the look before, or now where that was long ago and things really are late
 */
record DispatchMoment(Instant previous, Instant now) {

  Instant of(Instant dueAt) {
    Instant moment = dueAt.isBefore(previous) ? previous : dueAt;
    return moment.isAfter(now) ? now : moment;
  }
}
