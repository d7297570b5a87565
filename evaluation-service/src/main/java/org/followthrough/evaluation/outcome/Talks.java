package org.followthrough.evaluation.outcome;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.followthrough.evaluation.followup.Progress;
import org.followthrough.evaluation.followup.TalkPolicy;
import org.followthrough.evaluation.people.Person;

/**
 * The talks after a course. Nobody is waited for who is on leave, nor for a report who is: nobody
 * can hold that talk today, so it is in no denominator either (CourseTally counts the same way).
 */
final class Talks {

  private final Map<UUID, Person> people;
  private final LocalDate today;

  Talks(Map<UUID, Person> people, LocalDate today) {
    this.people = people;
    this.today = today;
  }

  TalkStanding standing(Progress progress) {
    if (!progress.isCompleted()) {
      return TalkStanding.NOT_EXPECTED;
    }
    if (progress.hasTalked()) {
      return TalkStanding.HELD;
    }
    Person learner = learnerOf(progress);
    if (!TalkPolicy.isMissing(progress, today) || (learner != null && learner.left())) {
      return TalkStanding.NOT_EXPECTED;
    }
    return learner == null ? TalkStanding.WITHOUT_MANAGER : missing(learner);
  }

  private TalkStanding missing(Person learner) {
    if (learner.isOnLeave(today)) {
      return TalkStanding.ON_LEAVE;
    }
    Person manager = managerOf(learner);
    if (manager == null) {
      return TalkStanding.WITHOUT_MANAGER;
    }
    return manager.isOnLeave(today) ? TalkStanding.ON_LEAVE : TalkStanding.WAITED_FOR;
  }

  /** Held, of those held or missing, be it that there is no manager to wait for. */
  Share held(List<Progress> all) {
    long held = count(all, TalkStanding.HELD);
    long missing = count(all, TalkStanding.WAITED_FOR) + count(all, TalkStanding.WITHOUT_MANAGER);
    return Share.of(held, held + missing);
  }

  long count(List<Progress> all, TalkStanding standing) {
    return all.stream().filter(each -> standing(each) == standing).count();
  }

  /** Managers who are waited for, longest wait first. */
  List<OverdueTalks> waitedFor(List<Progress> all) {
    return byManager(all).values().stream()
        .filter(each -> each.waiting() > 0)
        .map(Tally::overdue)
        .sorted(
            Comparator.comparing(OverdueTalks::since)
                .thenComparing(OverdueTalks::reports, Comparator.reverseOrder())
                .thenComparing(each -> String.valueOf(each.name())))
        .toList();
  }

  /** Managers who are waited for, of all who held a talk or should have. */
  Share managersWaitedFor(List<Progress> all) {
    var managers = byManager(all).values();
    long waitedFor = managers.stream().filter(each -> each.waiting() > 0).count();
    return Share.of(waitedFor, managers.size());
  }

  private Map<UUID, Tally> byManager(List<Progress> all) {
    Map<UUID, Tally> byManager = new HashMap<>();
    for (Progress progress : all) {
      switch (standing(progress)) {
        case HELD -> byManager.merge(progress.talkedWith(), Tally.HELD, Tally::plus);
        case WAITED_FOR -> {
          Person manager = managerOf(learnerOf(progress));
          var waiting = new Tally(manager, 0, 1, TalkPolicy.missingFrom(progress));
          byManager.merge(manager.personId(), waiting, Tally::plus);
        }
        default -> {
          // Nobody's.
        }
      }
    }
    return byManager;
  }

  /** One manager's talks; manager and since are null while none is waited for. */
  private record Tally(Person manager, long held, long waiting, LocalDate since) {

    static final Tally HELD = new Tally(null, 1, 0, null);

    Tally plus(Tally more) {
      return new Tally(
          manager == null ? more.manager : manager,
          held + more.held,
          waiting + more.waiting,
          earlier(since, more.since));
    }

    OverdueTalks overdue() {
      return new OverdueTalks(manager.externalId(), manager.name(), waiting, held + waiting, since);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
      return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
  }

  private Person learnerOf(Progress progress) {
    return progress.learnerId() == null ? null : people.get(progress.learnerId());
  }

  private Person managerOf(Person learner) {
    Person manager = learner.managerId() == null ? null : people.get(learner.managerId());
    return manager == null || manager.left() ? null : manager;
  }
}
