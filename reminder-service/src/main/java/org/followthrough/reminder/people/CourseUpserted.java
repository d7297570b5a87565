package org.followthrough.reminder.people;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A course as commissioned. */
record CourseUpserted(
    UUID courseId,
    String externalId,
    String title,
    String description,
    List<String> behaviours,
    BigDecimal costPerPlace,
    LocalDate needBy,
    String cadence,
    String language) {
  CourseUpserted {
    requireNonNull(courseId, "courseId");
    requireNonNull(externalId, "externalId");
    requireNonNull(title, "title");
    requireNonNull(cadence, "cadence");
    behaviours = behaviours == null ? List.of() : List.copyOf(behaviours);
  }
}
