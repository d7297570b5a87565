package org.followthrough.booster.course;

import java.time.LocalDate;
import java.util.UUID;

/** What this service reads of a course. */
record CourseState(
    UUID courseId, String externalId, String title, String language, LocalDate needBy) {}
