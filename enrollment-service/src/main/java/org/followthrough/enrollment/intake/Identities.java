package org.followthrough.enrollment.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.followthrough.enrollment.course.CourseStubs;
import org.followthrough.enrollment.fact.CohortRef;
import org.followthrough.enrollment.fact.Ref;

/** Our ids of all that a batch mentions. */
record Identities(
    Map<Ref, UUID> people, CourseStubs.Mentioned courses, Map<CohortRef, UUID> cohorts) {

  /** These and those. */
  Identities and(Identities others) {
    return new Identities(
        union(people, others.people),
        new CourseStubs.Mentioned(
            union(courses.ids(), others.courses.ids()), others.courses.added()),
        union(cohorts, others.cohorts));
  }

  private static <T> Map<T, UUID> union(Map<T, UUID> some, Map<T, UUID> others) {
    Map<T, UUID> all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }

  UUID person(HrEvent event, String personId) {
    return personId == null ? null : people.get(event.ref(personId));
  }

  UUID course(HrEvent event, String courseId) {
    return courses.ids().get(event.ref(courseId));
  }

  UUID cohort(HrEvent event, String courseId, String cohortId) {
    return cohortId == null ? null : cohorts.get(new CohortRef(event.ref(courseId), cohortId));
  }
}
