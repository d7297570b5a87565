package org.followthrough.reminder.mail;

import java.time.Instant;
import java.util.UUID;
import org.followthrough.reminder.calendar.ICalendar;
import org.followthrough.reminder.calendar.TalkInvitation;
import org.followthrough.reminder.calendar.TalkSlot;

/** A talk as a calendar entry, the same in the mail and behind its link. */
record TalkEntry(
    UUID enrollmentId,
    String kind,
    int occurrence,
    Instant moment,
    TalkSlot slot,
    String learnerName,
    String courseTitle,
    String page) {

  String iCalendar(MailMessages words, MailSettings settings) {
    return ICalendar.write(
        new TalkInvitation(
            enrollmentId,
            kind,
            occurrence,
            moment,
            slot,
            words.talkCalendarSummary(learnerName, courseTitle),
            words.talkCalendarDescription() + "\n" + page,
            page,
            settings.from(),
            settings.domain()));
  }
}
