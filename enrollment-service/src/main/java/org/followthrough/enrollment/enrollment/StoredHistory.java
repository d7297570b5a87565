package org.followthrough.enrollment.enrollment;

/** A course history as it is kept; {@code revision} is 0 where nothing is stored yet. */
public record StoredHistory(Group group, CourseHistory history, long revision) {

  boolean isNew() {
    return revision == 0;
  }
}
