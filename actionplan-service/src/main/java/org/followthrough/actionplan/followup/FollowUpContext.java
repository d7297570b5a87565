package org.followthrough.actionplan.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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
    Instant completedAt,
    boolean withdrawn,
    Participant learner,
    Participant manager) {

  public FollowUpContext {
    behaviours = List.copyOf(behaviours);
  }

  /**
   * Whether the course is over, so that nothing that is said now is a word before it.
   *
   * @param today the day of who asks
   */
  public boolean isCourseOver(LocalDate today) {
    return completedAt != null || (endsOn != null && endsOn.isBefore(today));
  }

  /** The learner or the manager, where one of them is that person and known. */
  public Optional<Participant> participant(UUID personId) {
    return Stream.of(learner, manager)
        .filter(person -> person != null && person.personId().equals(personId))
        .findFirst();
  }

  /** Whether nothing more is asked of anybody. */
  public boolean isOver() {
    return withdrawn || (learner != null && learner.gone());
  }
}
