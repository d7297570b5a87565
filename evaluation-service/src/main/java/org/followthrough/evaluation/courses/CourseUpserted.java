package org.followthrough.evaluation.courses;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** The fields of {@code enrollment.CourseUpserted.v1} that we read. */
record CourseUpserted(
    String externalId, String title, List<String> behaviours, BigDecimal costPerPlace) {

  static final String TYPE = "enrollment.CourseUpserted.v1";

  Course course(UUID courseId, UUID organizationId, long version) {
    return new Course(
        courseId, organizationId, version, externalId, title, behaviours, costPerPlace);
  }
}
