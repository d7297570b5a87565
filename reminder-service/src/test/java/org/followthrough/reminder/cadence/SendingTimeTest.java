package org.followthrough.reminder.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingTimeTest {

  private static Step step(WorkingDays rule, String localTime, String... offsets) {
    return new Step(
        "any",
        Audience.LEARNER,
        Anchor.COMPLETED,
        List.of(offsets).stream().map(Period::parse).toList(),
        rule,
        LocalTime.parse(localTime),
        null,
        Condition.ALWAYS,
        StaleAfter.days(7),
        Template.PLAN_INVITATION,
        Tone.SOFT,
        Category.PLANS);
  }

  private static SendingTime in(String zone, Step step) {
    return new SendingTime(step, ZoneId.of(zone), WorkingCalendar.MONDAY_TO_FRIDAY);
  }

  // reliability: a gap moves forward, of two the first is taken; Lord Howe shifts by 30 minutes.
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,2027-03-28,02:30,2027-03-28T01:30:00Z",
    "Europe/Berlin,2027-10-31,02:30,2027-10-31T00:30:00Z",
    "America/New_York,2027-03-14,02:30,2027-03-14T07:30:00Z",
    "America/New_York,2027-11-07,01:30,2027-11-07T05:30:00Z",
    "Australia/Lord_Howe,2027-10-03,02:15,2027-10-02T15:45:00Z",
    "Australia/Lord_Howe,2027-04-04,01:45,2027-04-03T14:45:00Z",
    "Asia/Kolkata,2027-03-28,02:30,2027-03-27T21:00:00Z",
  })
  void dueShouldResolveGapsAndOverlaps(String zone, LocalDate day, String time, Instant expected) {
    var due = in(zone, step(WorkingDays.IGNORE, time, "P0D")).due(day, null, 0);
    assertThat(due.toInstant()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Pacific/Apia"
  })
  void dueShouldBeExactlyOnceOnEachLocalDay(String zone) {
    for (String time : List.of("00:00", "01:45", "02:15", "02:30", "09:00")) {
      SendingTime sending = in(zone, step(WorkingDays.IGNORE, time, "P0D"));
      Set<Instant> seen = new HashSet<>();
      for (int i = 0; i < 730; i++) {
        LocalDate day = LocalDate.of(2026, 11, 1).plusDays(i);
        var due = sending.due(day, null, 0);
        assertThat(due.toLocalDate()).isEqualTo(day);
        assertThat(seen.add(due.toInstant())).isTrue();
      }
    }
  }

  // Java, like the calendar, adds from the anchor: two steps of a month would lose a day.
  @ParameterizedTest
  @CsvSource({
    "2026-11-30,P3M,2027-02-28",
    "2027-11-30,P3M,2028-02-29",
    "2027-08-31,P1M,2027-09-30",
    "2027-08-31,P2M,2027-10-31",
    "2028-02-29,P1Y,2029-02-28",
    "2026-11-30,P3M7D,2027-03-07",
    "2027-01-31,P1M,2027-02-28",
  })
  void dueShouldAddPeriodsToTheAnchorDay(LocalDate anchor, String offset, LocalDate expected) {
    var due = in("Europe/Berlin", step(WorkingDays.IGNORE, "09:00", offset)).due(anchor, null, 0);
    assertThat(due.toLocalDate()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-18,P-5D,2027-01-11",
    "2027-01-18,P-2D,2027-01-14",
    "2027-01-20,P-5D,2027-01-13",
    "2027-01-17,P-2D,2027-01-14",
    "2027-01-22,P2D,2027-01-26",
    "2027-01-23,P2D,2027-01-26",
    "2027-01-23,P0D,2027-01-25",
  })
  void dueShouldCountWorkingDays(LocalDate anchor, String offset, LocalDate expected) {
    var due = in("Europe/Berlin", step(WorkingDays.COUNT, "09:00", offset)).due(anchor, null, 0);
    assertThat(due.toLocalDate()).isEqualTo(expected);
  }

  @Test
  void dueShouldKnowTheOrganizationsHolidays() {
    var calendar = new WorkingCalendar(Set.of(LocalDate.of(2027, 1, 25)));
    var sending =
        new SendingTime(step(WorkingDays.NEXT, "09:00", "P0D"), ZoneId.of("UTC"), calendar);
    assertThat(sending.due(LocalDate.of(2027, 1, 23), null, 0).toLocalDate())
        .isEqualTo("2027-01-26");
  }
}
