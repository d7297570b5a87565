package org.followthrough.evaluation.courses;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What pages need to know of a course.
 *
 * @param externalId the HR system's id
 * @param costPerPlace in the organization's currency, null where it was not told; stored as text,
 *     which every server gives back exactly
 */
public record Course(
    UUID courseId,
    UUID organizationId,
    long version,
    String externalId,
    String title,
    List<String> behaviours,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal costPerPlace) {

  public Course {
    behaviours = behaviours == null ? List.of() : List.copyOf(behaviours);
  }
}
