package org.followthrough.evaluation.outcome;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.followthrough.evaluation.followup.Followup;
import org.followthrough.evaluation.people.Person;

/**
 * Which managers have not talked. Never one who is on leave, nor for a report who is: nobody can
 * hold that talk today.
 */
final class Waiting {

  private final Map<UUID, Person> people;
  private final LocalDate today;

  Waiting(Map<UUID, Person> people, LocalDate today) {
    this.people = people;
    this.today = today;
  }

  /** Longest wait first. */
  List<OverdueTalks> of(List<Followup> followups) {
    Map<UUID, OverdueTalks> byManager = new HashMap<>();
    for (Followup followup : followups) {
      Person manager = waitedFor(followup);
      if (manager != null) {
        byManager.merge(manager.personId(), single(manager, followup), Waiting::both);
      }
    }
    return byManager.values().stream()
        .sorted(
            Comparator.comparing(OverdueTalks::since)
                .thenComparing(OverdueTalks::reports, Comparator.reverseOrder())
                .thenComparing(each -> String.valueOf(each.name())))
        .toList();
  }

  /** Talks that are overdue and have no manager who could hold them. */
  long withoutManager(List<Followup> followups) {
    return followups.stream()
        .filter(this::isOverdue)
        .filter(each -> managerOf(learnerOf(each)) == null)
        .count();
  }

  private Person waitedFor(Followup followup) {
    if (!isOverdue(followup)) {
      return null;
    }
    Person manager = managerOf(learnerOf(followup));
    return manager == null || manager.isOnLeave(today) ? null : manager;
  }

  private boolean isOverdue(Followup followup) {
    if (followup.hasTalked() || !TalkPolicy.isDue(followup, today)) {
      return false;
    }
    Person learner = learnerOf(followup);
    return learner != null && !learner.left() && !learner.isOnLeave(today);
  }

  private Person learnerOf(Followup followup) {
    return followup.learnerId() == null ? null : people.get(followup.learnerId());
  }

  private Person managerOf(Person learner) {
    Person manager = learner.managerId() == null ? null : people.get(learner.managerId());
    return manager == null || manager.left() ? null : manager;
  }

  private static OverdueTalks single(Person manager, Followup followup) {
    return new OverdueTalks(
        manager.externalId(), manager.name(), 1, TalkPolicy.missingFrom(followup));
  }

  private static OverdueTalks both(OverdueTalks one, OverdueTalks other) {
    return new OverdueTalks(
        one.personId(),
        one.name(),
        one.reports() + other.reports(),
        one.since().isBefore(other.since()) ? one.since() : other.since());
  }
}
