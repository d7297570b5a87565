package org.followthrough.enrollment.enrollment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An enrollment as it stands by all that HR said so far. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Enrollment",
    examples = {
      "{\"enrollmentId\":\"018f3a5e-7a10-7c11-9a01-000000000004\",\"personId\":\"E-1001\","
          + "\"courseId\":\"difficult-talks\",\"cohortId\":\"2027-1\",\"startsOn\":\"2027-01-18\","
          + "\"endsOn\":\"2027-01-19\",\"enrolledAt\":\"2027-01-04T09:00:00Z\","
          + "\"status\":\"enrolled\"}"
    })
record EnrollmentView(
    @Schema(description = "our id; the links in mails and all events carry it") UUID enrollmentId,
    @Schema(description = "the HR system's id of the learner") String personId,
    @Schema(description = "the HR system's id of the course") String courseId,
    @Schema(description = "the HR system's id of the cohort, if known") String cohortId,
    LocalDate startsOn,
    LocalDate endsOn,
    Instant enrolledAt,
    Instant completedAt,
    Instant withdrawnAt,
    @Schema(description = "enrolled, completed or withdrawn") String status) {}
