package org.followthrough.evaluation.outcome;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A manager whose talk after the course is overdue. */
@Schema(description = "A manager whose talk after the course is overdue")
public record OverdueTalks(
    @Schema(description = "the HR system's id") String personId,
    String name,
    @Schema(description = "how many of their people wait for the talk") long reports,
    @Schema(description = "of how many: talks this manager has held or should have by now")
        long expected,
    @Schema(description = "since when the longest of them waits") LocalDate since) {}
