package org.followthrough.reminder.journey;

import java.util.Objects;
import org.followthrough.reminder.cadence.BuiltInCadences;
import org.followthrough.reminder.cadence.WorkingCalendar;
import org.followthrough.reminder.people.Person;

/** All that is known of one journey: its facts, and what is known of people and the course. */
record Known(Facts facts, Told<Person> learner, Told<Person> manager, Told<String> cadence) {

  /** The latest that was told of something, by the version of its source. */
  record Told<T>(long version, T value) {
    static <T> Told<T> newer(Told<T> a, Told<T> b) {
      return a == null || a.version < b.version ? b : a;
    }
  }

  static final Known NOTHING = new Known(Facts.NONE, null, null, null);

  Known withFinding(Finding finding) {
    return new Known(facts.with(finding), learner, manager, cadence);
  }

  Known withLearner(Told<Person> told) {
    return new Known(facts, Told.newer(learner, told), manager, cadence);
  }

  Known withManager(Told<Person> told) {
    return new Known(facts, learner, Told.newer(manager, told), cadence);
  }

  Known withCadence(Told<String> told) {
    return new Known(facts, learner, manager, Told.newer(cadence, told));
  }

  boolean sameCircumstances(Known other) {
    return Objects.equals(learner, other.learner)
        && Objects.equals(manager, other.manager)
        && Objects.equals(cadence, other.cadence);
  }

  /** Null while learner or course are not known. */
  Circumstances circumstances() {
    if (learner == null || cadence == null) {
      return null;
    }
    var found = BuiltInCadences.find(cadence.value());
    return new Circumstances(
        found.orElse(BuiltInCadences.STANDARD),
        found.isPresent(),
        learner.value(),
        manager == null ? null : manager.value(),
        WorkingCalendar.MONDAY_TO_FRIDAY);
  }
}
