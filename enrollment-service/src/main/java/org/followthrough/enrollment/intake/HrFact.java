package org.followthrough.enrollment.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.followthrough.enrollment.enrollment.Fact;

/** What an HR event tells; ids are the HR system's own. Optional parts are null. */
sealed interface HrFact {

  record PersonUpserted(
      String personId,
      String email,
      String name,
      String timeZone,
      String locale,
      String managerId,
      String orgUnit,
      LocalDate leaveUntil)
      implements HrFact {}

  record PersonLeft(String personId) implements HrFact {}

  record CohortScheduled(
      String courseId, String cohortId, String title, LocalDate startsOn, LocalDate endsOn)
      implements HrFact {}

  /**
   * A learner was enrolled, completed, or was withdrawn; happenedAt null means the event's time.
   */
  record Attended(
      Fact.Kind kind, String personId, String courseId, String cohortId, Instant happenedAt)
      implements HrFact {}
}
