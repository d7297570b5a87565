package org.followthrough.enrollment.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.followthrough.enrollment.cohort.CohortDates;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnrollmentEventContractsTest {

  private static final Instant NOON = Instant.parse("2027-01-04T12:00:00.123456Z");
  private static final CohortDates DATES =
      new CohortDates(LocalDate.of(2027, 1, 18), LocalDate.of(2027, 1, 19));
  private static final EnrollmentSnapshot NEW =
      EnrollmentSnapshot.opened(
          new UUID(1, 1), new Group(new UUID(2, 2), new UUID(3, 3), new UUID(4, 4)));

  @ParameterizedTest
  @EnumSource(Status.class)
  void everyStatusShouldMeetTheSchemaOfItsEvent(Status status) {
    Standing full = new Standing(new UUID(5, 5), status, NOON, NOON, NOON);
    Standing bare = new Standing(null, status, null, null, null);

    EnrollmentChange first =
        EnrollmentChange.between(null, NEW.standing(full, DATES)).orElseThrow();
    EnrollmentChange second =
        EnrollmentChange.between(null, NEW.standing(bare, null)).orElseThrow();

    EventContracts.assertValid(first.type(), EnrollmentEvent.of(first.after()));
    EventContracts.assertValid(second.type(), EnrollmentEvent.of(second.after()));
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void newDatesAloneShouldBeARescheduledCohort(Status status) {
    EnrollmentSnapshot before =
        NEW.standing(new Standing(new UUID(5, 5), status, NOON, null, null), null);

    EnrollmentChange change =
        EnrollmentChange.between(before, before.rescheduled(DATES)).orElseThrow();

    assertThat(change.type()).isEqualTo(EnrollmentChange.COHORT_RESCHEDULED);
    assertThat(change.after().version()).isEqualTo(before.version() + 1);
    EventContracts.assertValid(change.type(), EnrollmentEvent.of(change.after()));
  }
}
