package org.followthrough.reminder.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.followthrough.reminder.journey.GivenJourney.BERLIN;
import static org.followthrough.reminder.journey.GivenJourney.in;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.followthrough.reminder.cadence.BuiltInCadences;
import org.followthrough.reminder.cadence.WorkingCalendar;
import org.followthrough.reminder.people.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewTest {

  private static final LocalDate STARTS_ON = LocalDate.of(2027, 1, 18);

  // Contacts on Mon 11 and Thu 14 January 2027 before a course on Mon 18.
  @ParameterizedTest
  @CsvSource({
    "2027-01-04T09:00:00Z,planned,planned",
    "2027-01-13T09:00:00Z,planned,planned",
    "2027-01-15T09:00:00Z,coalesced,planned",
    "2027-01-18T09:00:00Z,expired,expired",
  })
  void whoEnrollsLateShouldGetWhatIsStillUseful(Instant enrolledAt, String first, String second) {
    assertThat(states(preview(null, enrolledAt, null, null), "pre-course-questions"))
        .containsExactly(first, second);
  }

  @Test
  void whatCameDueShouldStayPlannedAndTheRestFollowTheFacts() {
    PreviewPage page =
        preview(
            null,
            Instant.parse("2027-01-04T09:00:00Z"),
            Instant.parse("2027-01-13T10:00:00Z"),
            LocalDate.of(2027, 1, 14));

    assertThat(states(page, "pre-course-talk")).containsExactly("planned", "cancelled");
    assertThat(reasons(page, "pre-course-talk")).containsExactly(null, "course-completed");
    assertThat(states(page, "plan-invitation"))
        .containsExactly("planned", "cancelled", "cancelled");
    assertThat(states(page, "plan-check-in")).hasSize(4).containsOnly("planned");
    assertThat(page.items()).extracting(PreviewPage.Item::dueAt).isSorted();
  }

  @Test
  void nobodysManagerShouldGetNothing() {
    Person alone = new Person(GivenJourney.ENROLLMENT, BERLIN, null, false);
    Circumstances circumstances =
        new Circumstances(
            BuiltInCadences.STANDARD, true, alone, null, WorkingCalendar.MONDAY_TO_FRIDAY);
    PreviewPage page = Preview.of(request(null, null, null, null), Facts.NONE, circumstances);

    assertThat(reasons(page, "pre-course-talk")).containsOnly("no-manager");
    assertThat(states(page, "pre-course-talk")).containsOnly("suppressed");
    assertThat(states(page, "pre-course-questions")).containsOnly("planned");
  }

  @Test
  void lastDayShouldEndTheList() {
    PreviewPage page = preview(LocalDate.of(2027, 1, 11), null, null, null);
    assertThat(page.items()).extracting(PreviewPage.Item::occurrence).containsOnly(0);
  }

  private static PreviewPage preview(
      LocalDate until, Instant enrolledAt, Instant completedAt, LocalDate planCommittedOn) {
    return Preview.of(
        request(until, enrolledAt, completedAt, planCommittedOn), Facts.NONE, in(BERLIN));
  }

  private static PreviewRequest request(
      LocalDate until, Instant enrolledAt, Instant completedAt, LocalDate planCommittedOn) {
    return new PreviewRequest(
        null,
        null,
        STARTS_ON,
        null,
        enrolledAt,
        completedAt,
        planCommittedOn,
        null,
        until,
        null,
        null);
  }

  private static List<String> states(PreviewPage page, String step) {
    return page.items().stream()
        .filter(item -> item.step().equals(step))
        .map(PreviewPage.Item::state)
        .toList();
  }

  private static List<String> reasons(PreviewPage page, String step) {
    return page.items().stream()
        .filter(item -> item.step().equals(step))
        .map(PreviewPage.Item::reason)
        .toList();
  }
}
