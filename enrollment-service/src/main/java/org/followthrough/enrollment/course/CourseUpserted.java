package org.followthrough.enrollment.course;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Payload of {@code enrollment.CourseUpserted.v1}: the whole course. */
record CourseUpserted(
    UUID courseId,
    String externalId,
    String title,
    String description,
    List<String> behaviours,
    BigDecimal costPerPlace,
    LocalDate needBy,
    String cadence,
    String language,
    Map<String, String> commissioning) {

  static final String TYPE = "enrollment.CourseUpserted.v1";
  static final String TOPIC = "enrollment.courses.v1";

  /** A course that HR events mention before anyone described it. */
  static CourseUpserted mentioned(UUID courseId, String externalId) {
    return new CourseUpserted(
        courseId, externalId, externalId, null, List.of(), null, null, "standard", null, null);
  }
}
