package org.followthrough.enrollment.cohort;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dated run of a course; without dates while it is only referred to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Cohort",
    examples = {
      "{\"courseId\":\"difficult-talks\",\"cohortId\":\"2027-1\",\"title\":\"January\","
          + "\"startsOn\":\"2027-01-18\",\"endsOn\":\"2027-01-19\"}"
    })
record CohortView(
    @Schema(description = "the HR system's id of the course") String courseId,
    @Schema(description = "the HR system's id, unique within the course") String cohortId,
    String title,
    LocalDate startsOn,
    LocalDate endsOn) {}
