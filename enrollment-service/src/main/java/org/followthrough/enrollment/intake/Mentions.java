package org.followthrough.enrollment.intake;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.followthrough.enrollment.fact.CohortRef;
import org.followthrough.enrollment.fact.Ref;

/** Whom and what a batch of events mentions; sorted, so that two batches cannot deadlock. */
final class Mentions {

  private final Set<Ref> people = new TreeSet<>();
  private final Set<Ref> courses = new TreeSet<>();
  private final Set<CohortRef> cohorts = new TreeSet<>();

  private Mentions() {}

  Mentions(List<HrEvent> events) {
    events.forEach(this::add);
  }

  List<Ref> people() {
    return List.copyOf(people);
  }

  List<Ref> courses() {
    return List.copyOf(courses);
  }

  List<CohortRef> cohorts() {
    return List.copyOf(cohorts);
  }

  boolean isEmpty() {
    return people.isEmpty() && courses.isEmpty() && cohorts.isEmpty();
  }

  /** Those whose ids are missing there. */
  Mentions without(Identities known) {
    Mentions missing = new Mentions();
    addMissing(people, known.people().keySet(), missing.people);
    addMissing(courses, known.courses().ids().keySet(), missing.courses);
    addMissing(cohorts, known.cohorts().keySet(), missing.cohorts);
    return missing;
  }

  private static <T> void addMissing(Set<T> mentioned, Set<T> known, Set<T> missing) {
    mentioned.stream().filter(one -> !known.contains(one)).forEach(missing::add);
  }

  private void add(HrEvent event) {
    if (event.fact() instanceof HrFact.PersonUpserted person) {
      addPerson(event, person.personId());
      addPerson(event, person.managerId());
    } else if (event.fact() instanceof HrFact.PersonLeft person) {
      addPerson(event, person.personId());
    } else if (event.fact() instanceof HrFact.CohortScheduled cohort) {
      addCourse(event, cohort.courseId(), cohort.cohortId());
    } else if (event.fact() instanceof HrFact.Attended attended) {
      addPerson(event, attended.personId());
      addCourse(event, attended.courseId(), attended.cohortId());
    }
  }

  private void addPerson(HrEvent event, String personId) {
    if (personId != null) {
      people.add(event.ref(personId));
    }
  }

  private void addCourse(HrEvent event, String courseId, String cohortId) {
    courses.add(event.ref(courseId));
    if (cohortId != null) {
      cohorts.add(new CohortRef(event.ref(courseId), cohortId));
    }
  }
}
