package org.followthrough.evaluation.followup;

import java.util.UUID;

/** How many enrollments of a course got how far. */
public record CourseTally(
    UUID courseId, long enrolled, long completed, long planned, long talked) {}
