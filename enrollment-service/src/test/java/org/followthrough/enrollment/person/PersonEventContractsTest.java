package org.followthrough.enrollment.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.followthrough.enrollment.fact.Stamp;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;

class PersonEventContractsTest {

  private static final Stamp STAMP = new Stamp(Instant.parse("2027-01-04T12:00:00Z"), "e-1", "/hr");
  private static final PersonSnapshot STUB =
      new PersonSnapshot(new UUID(1, 1), new UUID(2, 2), "E-1", null, null, null, false, 0);

  @Test
  void fullProfileShouldMeetTheSchema() {
    PersonProfile profile =
        new PersonProfile(
            "ana@example.org",
            "Ana López",
            "Europe/Madrid",
            "es",
            new UUID(3, 3),
            "Sales",
            LocalDate.of(2027, 2, 1));

    EventContracts.assertValid(
        PersonUpserted.TYPE, PersonUpserted.of(STUB.upserted(profile, STAMP)));
  }

  @Test
  void whoLeftBeforeAnyProfileShouldMeetTheSchema() {
    EventContracts.assertValid(PersonUpserted.TYPE, PersonUpserted.of(STUB.left(STAMP)));
  }
}
