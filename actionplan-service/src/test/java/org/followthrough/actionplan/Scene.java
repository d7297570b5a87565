package org.followthrough.actionplan;

import java.util.UUID;

/** Who and what a test is about. */
public record Scene(
    UUID organizationId,
    UUID enrollmentId,
    UUID learnerId,
    UUID managerId,
    UUID courseId,
    String courseExternalId,
    String locale) {

  public static Scene random(String locale) {
    return inOrganization(UUID.randomUUID(), locale);
  }

  public static Scene inOrganization(UUID organizationId, String locale) {
    UUID course = UUID.randomUUID();
    return new Scene(
        organizationId,
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        course,
        "course-" + course,
        locale);
  }
}
