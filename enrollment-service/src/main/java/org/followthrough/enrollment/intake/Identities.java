package org.followthrough.enrollment.intake;

import java.util.Map;
import java.util.UUID;
import org.followthrough.enrollment.course.CourseStubs;
import org.followthrough.enrollment.fact.CohortRef;
import org.followthrough.enrollment.fact.Ref;

/** Our ids of all that a batch mentions. */
record Identities(
    Map<Ref, UUID> people, CourseStubs.Mentioned courses, Map<CohortRef, UUID> cohorts) {

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
