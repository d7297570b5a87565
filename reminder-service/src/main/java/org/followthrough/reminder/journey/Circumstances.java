package org.followthrough.reminder.journey;

import java.time.ZoneId;
import org.followthrough.reminder.cadence.Audience;
import org.followthrough.reminder.cadence.Cadence;
import org.followthrough.reminder.cadence.WorkingCalendar;
import org.followthrough.reminder.people.Person;

/**
 * What planning needs besides the facts.
 *
 * @param cadenceKnown false where the course names one that does not exist and the standard is used
 * @param manager null where there is none or nothing is known of them
 */
record Circumstances(
    Cadence cadence,
    boolean cadenceKnown,
    Person learner,
    Person manager,
    WorkingCalendar calendar) {

  /** Whether HR told of one, known to us or not yet. */
  boolean hasManager() {
    return learner.managerId() != null;
  }

  ZoneId zoneOf(Audience audience) {
    return audience == Audience.MANAGER && manager != null ? manager.zone() : learner.zone();
  }
}
