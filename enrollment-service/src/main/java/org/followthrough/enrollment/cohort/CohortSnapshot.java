package org.followthrough.enrollment.cohort;

import java.util.Objects;
import java.util.UUID;
import org.followthrough.enrollment.fact.Stamp;

/**
 * A stored cohort.
 *
 * @param dates both null while the cohort is known only because something refers to it
 */
public record CohortSnapshot(
    UUID cohortId, String title, CohortDates dates, Stamp scheduleStamp, long version) {

  /** After HR told the schedule; an older one changes nothing. */
  public CohortSnapshot scheduled(String newTitle, CohortDates newDates, Stamp stamp) {
    return stamp.isAfter(scheduleStamp)
        ? new CohortSnapshot(cohortId, newTitle, newDates, stamp, version)
        : this;
  }

  /** With the next version, where title or dates differ from before. */
  public CohortSnapshot versionedAfter(CohortSnapshot before) {
    return dates.equals(before.dates) && Objects.equals(title, before.title)
        ? this
        : new CohortSnapshot(cohortId, title, dates, scheduleStamp, version + 1);
  }
}
