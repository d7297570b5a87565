package org.followthrough.evaluation.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What pages need to know of a person.
 *
 * @param version of enrollment-service's person; the newest counts
 * @param externalId the HR system's id; null where the person was erased, as is the name
 * @param leaveUntil first day back at work, null where the person is not on leave
 * @param left has left the organization, or was erased
 */
public record Person(
    UUID personId,
    UUID organizationId,
    long version,
    String externalId,
    String name,
    String locale,
    UUID managerId,
    LocalDate leaveUntil,
    boolean left) {

  static Person erased(UUID personId, UUID organizationId, long version) {
    return new Person(personId, organizationId, version, null, null, null, null, null, true);
  }

  @JsonIgnore
  public boolean isErased() {
    return externalId == null;
  }

  public boolean isOnLeave(LocalDate day) {
    return leaveUntil != null && leaveUntil.isAfter(day);
  }
}
