package org.followthrough.actionplan.courses;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What we need of a course: its name and the behaviours a manager can look for. */
record CourseState(UUID courseId, String externalId, String title, List<String> behaviours) {
  CourseState {
    Objects.requireNonNull(courseId, "courseId");
    Objects.requireNonNull(externalId, "externalId");
    behaviours = behaviours == null ? List.of() : List.copyOf(behaviours);
  }
}
