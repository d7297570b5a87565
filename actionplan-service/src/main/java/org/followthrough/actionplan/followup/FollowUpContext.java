package org.followthrough.actionplan.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What other services told us about an enrollment.
 *
 * @param courseTitle null until the course is described
 * @param learner null until the person is known
 * @param manager the learner's current manager; null where there is none or not known yet
 */
public record FollowUpContext(
    UUID enrollmentId,
    UUID organizationId,
    UUID learnerId,
    UUID courseId,
    String courseExternalId,
    String courseTitle,
    List<String> behaviours,
    LocalDate startsOn,
    LocalDate endsOn,
    boolean withdrawn,
    Participant learner,
    Participant manager) {

  public FollowUpContext {
    behaviours = List.copyOf(behaviours);
  }

  /** Whether nothing more is asked of anybody. */
  public boolean isOver() {
    return withdrawn || (learner != null && learner.gone());
  }
}
