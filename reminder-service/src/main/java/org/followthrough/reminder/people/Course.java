package org.followthrough.reminder.people;

import java.util.UUID;

/** What planning needs of a course. */
public record Course(UUID courseId, String cadence) {}
