package org.followthrough.enrollment.person;

import java.time.LocalDate;
import java.util.UUID;

/** Payload of {@code enrollment.PersonUpserted.v1}: the only event with name and address. */
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

  static final String TYPE = "enrollment.PersonUpserted.v1";

  static PersonUpserted of(PersonSnapshot person) {
    PersonProfile profile = person.profile() == null ? NOTHING : person.profile();
    return new PersonUpserted(
        person.personId(),
        person.externalId(),
        profile.email(),
        profile.name(),
        profile.timeZone(),
        profile.locale(),
        profile.managerId(),
        profile.orgUnit(),
        profile.leaveUntil(),
        person.gone());
  }

  private static final PersonProfile NOTHING =
      new PersonProfile(null, null, null, null, null, null, null);
}
