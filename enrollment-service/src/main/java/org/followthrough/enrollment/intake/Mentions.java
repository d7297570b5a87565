package org.followthrough.enrollment.intake;

import java.util.List;
import java.util.TreeSet;
import org.followthrough.enrollment.fact.CohortRef;
import org.followthrough.enrollment.fact.Ref;

/** Whom and what a batch of events mentions; sorted, so that two batches cannot deadlock. */
final class Mentions {

  private final TreeSet<Ref> people = new TreeSet<>();
  private final TreeSet<Ref> courses = new TreeSet<>();
  private final TreeSet<CohortRef> cohorts = new TreeSet<>();

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
