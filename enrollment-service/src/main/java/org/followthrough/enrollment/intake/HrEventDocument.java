package org.followthrough.enrollment.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.followthrough.enrollment.fact.Texts;

/**
 * An HR event as callers write it, for the API's document alone: {@link HrEventReader} reads it. A
 * test holds the two together.
 */
@Schema(
    name = "HrEvent",
    description =
        "A CloudEvents 1.0 event in JSON format. Other attributes of the envelope are ignored,"
            + " other fields of data are refused.")
record HrEventDocument(
    @Schema(required = true, enumeration = "1.0") String specversion,
    @Schema(
            required = true,
            description = "unique within the source; an event counts once, for good",
            maxLength = Texts.ID_LENGTH)
        String id,
    @Schema(
            required = true,
            description = "the HR system, a URI reference",
            maxLength = HrEventReader.SOURCE_LENGTH,
            examples = "/hr/acme")
        String source,
    @Schema(
            required = true,
            description = "what happened; data has the schema of that name",
            enumeration = {
              "hr.person.upserted",
              "hr.person.left",
              "hr.cohort.scheduled",
              "hr.learner.enrolled",
              "hr.course.completed",
              "hr.enrollment.withdrawn"
            })
        String type,
    @Schema(description = "since when it is so; decides which of two facts is the later one")
        Instant time,
    @Schema(
            required = true,
            oneOf = {
              PersonUpserted.class,
              PersonLeft.class,
              CohortScheduled.class,
              LearnerEnrolled.class,
              CourseCompleted.class,
              EnrollmentWithdrawn.class
            })
        Object data) {

  private static final String PERSON = "the HR system's id of the person";
  private static final String COURSE = "the HR system's id of the course";
  private static final String COHORT = "the HR system's id, unique within the course";
  private static final String COHORT_IF_KNOWN =
      "which run of the course; where there is none, the one the person was enrolled in last";

  @Schema(
      name = "hr.person.upserted",
      description = "All that is known of a person; what is left out is empty afterwards",
      examples = {
        "{\"personId\":\"E-1001\",\"email\":\"ana.lopez@example.org\",\"name\":\"Ana López\","
            + "\"timeZone\":\"Europe/Madrid\",\"locale\":\"es-ES\",\"managerId\":\"E-2001\","
            + "\"orgUnit\":\"Sales\",\"leaveUntil\":\"2027-02-01\"}"
      })
  record PersonUpserted(
      @Schema(required = true, description = PERSON, maxLength = Texts.ID_LENGTH) String personId,
      @Schema(required = true, maxLength = Texts.EMAIL_LENGTH) String email,
      @Schema(required = true, maxLength = Texts.NAME_LENGTH) String name,
      @Schema(required = true, description = "IANA time zone") String timeZone,
      @Schema(description = "language tag, BCP 47", maxLength = Texts.LOCALE_LENGTH) String locale,
      @Schema(description = "line manager, known or not yet", maxLength = Texts.ID_LENGTH)
          String managerId,
      @Schema(maxLength = Texts.NAME_LENGTH) String orgUnit,
      @Schema(description = "first day back at work") LocalDate leaveUntil) {}

  @Schema(
      name = "hr.person.left",
      description = "A person left the organization",
      examples = "{\"personId\":\"E-1001\"}")
  record PersonLeft(
      @Schema(required = true, description = PERSON, maxLength = Texts.ID_LENGTH)
          String personId) {}

  @Schema(
      name = "hr.cohort.scheduled",
      description = "A run of a course has its dates, or other dates than before",
      examples = {
        "{\"courseId\":\"difficult-talks\",\"cohortId\":\"2027-1\",\"title\":\"January\","
            + "\"startsOn\":\"2027-01-18\",\"endsOn\":\"2027-01-19\"}"
      })
  record CohortScheduled(
      @Schema(required = true, description = COURSE, maxLength = Texts.ID_LENGTH) String courseId,
      @Schema(required = true, description = COHORT, maxLength = Texts.ID_LENGTH) String cohortId,
      @Schema(maxLength = Texts.TITLE_LENGTH) String title,
      @Schema(required = true, description = "first day") LocalDate startsOn,
      @Schema(required = true, description = "last day, not before the first") LocalDate endsOn) {}

  @Schema(
      name = "hr.learner.enrolled",
      description = "A person is to take a course",
      examples = {
        "{\"personId\":\"E-1001\",\"courseId\":\"difficult-talks\",\"cohortId\":\"2027-1\","
            + "\"enrolledAt\":\"2027-01-04T09:00:00Z\"}"
      })
  record LearnerEnrolled(
      @Schema(required = true, description = PERSON, maxLength = Texts.ID_LENGTH) String personId,
      @Schema(required = true, description = COURSE, maxLength = Texts.ID_LENGTH) String courseId,
      @Schema(description = "which run of the course", maxLength = Texts.ID_LENGTH) String cohortId,
      @Schema(description = "the event's time, if absent") Instant enrolledAt) {}

  @Schema(
      name = "hr.course.completed",
      description = "A person has taken a course, enrolled before or not",
      examples = {
        "{\"personId\":\"E-1001\",\"courseId\":\"difficult-talks\",\"cohortId\":\"2027-1\","
            + "\"completedAt\":\"2027-01-19T15:00:00Z\"}"
      })
  record CourseCompleted(
      @Schema(required = true, description = PERSON, maxLength = Texts.ID_LENGTH) String personId,
      @Schema(required = true, description = COURSE, maxLength = Texts.ID_LENGTH) String courseId,
      @Schema(description = COHORT_IF_KNOWN, maxLength = Texts.ID_LENGTH) String cohortId,
      @Schema(required = true) Instant completedAt) {}

  @Schema(
      name = "hr.enrollment.withdrawn",
      description = "A person is not to take a course after all",
      examples = {
        "{\"personId\":\"E-1001\",\"courseId\":\"difficult-talks\",\"cohortId\":\"2027-1\"}"
      })
  record EnrollmentWithdrawn(
      @Schema(required = true, description = PERSON, maxLength = Texts.ID_LENGTH) String personId,
      @Schema(required = true, description = COURSE, maxLength = Texts.ID_LENGTH) String courseId,
      @Schema(description = COHORT_IF_KNOWN, maxLength = Texts.ID_LENGTH) String cohortId) {}
}
