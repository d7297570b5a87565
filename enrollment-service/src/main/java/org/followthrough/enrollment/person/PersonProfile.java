package org.followthrough.enrollment.person;

import java.time.LocalDate;
import java.util.UUID;

/** What HR tells of a person; all but the first three may be missing. */
public record PersonProfile(
    String email,
    String name,
    String timeZone,
    String locale,
    UUID managerId,
    String orgUnit,
    LocalDate leaveUntil) {}
