package org.followthrough.reminder.calendar;

import java.time.Instant;
import java.util.UUID;

/**
 * A talk to be put into a calendar.
 *
 * @param kind {@code before} or {@code after} the course
 * @param sequence grows when the same talk is proposed anew
 * @param madeAt when it was proposed
 * @param organizer the address it comes from; nobody is invited, so nobody has to reply
 */
public record TalkInvitation(
    UUID enrollmentId,
    String kind,
    int sequence,
    Instant madeAt,
    TalkSlot slot,
    String summary,
    String description,
    String url,
    String organizer,
    String domain) {

  /** Same for every proposal of this talk, so that a calendar moves its entry. */
  String uid() {
    return enrollmentId + "-" + kind + "@" + domain;
  }
}
