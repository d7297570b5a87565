package org.followthrough.reminder.people;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;

/** A person as HR knows them now. */
record PersonUpserted(
    UUID personId,
    String externalId,
    String email,
    String name,
    String timeZone,
    String locale,
    UUID managerId,
    String orgUnit,
    LocalDate leaveUntil,
    boolean left) {
  PersonUpserted {
    requireNonNull(personId, "personId");
    requireNonNull(externalId, "externalId");
  }
}
