package org.followthrough.reminder.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A journey to try a cadence on. */
@Schema(name = "PreviewRequest")
record PreviewRequest(
    @Schema(description = "the learner's IANA zone; default: the person's, else UTC")
        String timeZone,
    @Schema(description = "the manager's IANA zone; default: the person's manager's, else timeZone")
        String managerTimeZone,
    @Schema(description = "first day of the cohort") LocalDate startsOn,
    @Schema(description = "last day of the cohort") LocalDate endsOn,
    Instant enrolledAt,
    Instant completedAt,
    LocalDate planCommittedOn,
    @Schema(description = "days on which a question is due") List<LocalDate> boosters,
    @Schema(description = "leave out what is due after this day") LocalDate until,
    @Schema(description = "the HR system's id: take this person's zone and manager")
        String personId,
    @Schema(description = "with personId: begin with what is known of their journey")
        String courseId) {}
