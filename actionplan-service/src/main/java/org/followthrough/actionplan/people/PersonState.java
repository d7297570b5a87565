package org.followthrough.actionplan.people;

import java.util.Objects;
import java.util.UUID;

/** What we need of a person: enough to greet, to choose the language and to know the manager. */
record PersonState(
    UUID personId,
    String externalId,
    String name,
    String locale,
    String timeZone,
    UUID managerId,
    boolean left) {
  PersonState {
    Objects.requireNonNull(personId, "personId");
  }
}
