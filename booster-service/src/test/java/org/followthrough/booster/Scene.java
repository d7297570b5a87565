package org.followthrough.booster;

import java.util.UUID;

/** Who and what a test is about. */
public record Scene(
    UUID organizationId, UUID enrollmentId, UUID personId, UUID courseId, String course) {

  public static Scene random() {
    UUID course = UUID.randomUUID();
    return new Scene(
        UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), course, "course-" + course);
  }

  /** Another person in the same course. */
  public Scene colleague() {
    return new Scene(organizationId, UUID.randomUUID(), UUID.randomUUID(), courseId, course);
  }
}
