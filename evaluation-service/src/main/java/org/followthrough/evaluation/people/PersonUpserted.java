package org.followthrough.evaluation.people;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The fields of {@code enrollment.PersonUpserted.v1} that we read; the address is not among them.
 */
record PersonUpserted(
    String externalId,
    String name,
    String locale,
    UUID managerId,
    LocalDate leaveUntil,
    boolean left) {

  static final String TYPE = "enrollment.PersonUpserted.v1";

  Person person(UUID personId, UUID organizationId, long version) {
    return new Person(
        personId, organizationId, version, externalId, name, locale, managerId, leaveUntil, left);
  }
}
