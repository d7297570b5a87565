package org.followthrough.actionplan.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.followthrough.actionplan.plan.Plan;
import org.followthrough.actionplan.plan.PlannedAction;
import org.followthrough.actionplan.text.Form;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final Instant LATE = Instant.parse("2027-01-19T22:30:00Z");
  private static final UUID ONE = UUID.randomUUID();
  private static final UUID TWO = UUID.randomUUID();
  private static final Plan PLAN =
      new Plan(1, "Calm", List.of(action(ONE), action(TWO)), Instant.EPOCH);

  @Test
  void progressShouldKnowARepetitionByTheLearnersDay() {
    var now = report(ONE, ProgressStatus.STARTED, LATE.plusSeconds(3_600));
    var before = report(ONE, ProgressStatus.STARTED, LATE);

    assertThat(now.repeats(before, ZoneId.of("UTC"))).isTrue();
    assertThat(now.repeats(before, ZoneId.of("Europe/Berlin"))).isFalse();
    assertThat(now.repeats(report(ONE, ProgressStatus.STUCK, LATE), ZoneId.of("UTC"))).isFalse();
  }

  @Test
  void progressShouldBeAllAppliedByTheLatestReports() {
    var progress = new Progress(List.of(report(ONE, ProgressStatus.APPLIED, LATE)));
    assertThat(progress.isAllApplied(PLAN)).isFalse();

    progress = progress.with(List.of(report(TWO, ProgressStatus.APPLIED, LATE)));
    assertThat(progress.isAllApplied(PLAN)).isTrue();

    progress = progress.with(List.of(report(ONE, ProgressStatus.STUCK, LATE)));
    assertThat(progress.isAllApplied(PLAN)).isFalse();
  }

  @Test
  void progressShouldReadOnlyWhatWasChosen() {
    CheckInForm read =
        CheckInForm.read(
            Form.of(
                Map.of(
                    "status_" + TWO, "stuck",
                    "note_" + TWO, "No time\r\nat all",
                    "status_" + UUID.randomUUID(), "applied")),
            PLAN,
            LATE);

    assertThat(read.findings()).isEmpty();
    assertThat(read.reports())
        .containsExactly(new ProgressReport(TWO, ProgressStatus.STUCK, "No time\nat all", LATE));
  }

  @Test
  void progressShouldAskForAStatusWhereNoneIsChosen() {
    assertThat(CheckInForm.read(Form.of(Map.of()), PLAN, LATE).findings())
        .extracting(finding -> finding.field())
        .containsExactly("status_" + ONE);
    assertThat(CheckInForm.read(Form.of(Map.of("status_" + TWO, "fine")), PLAN, LATE).findings())
        .extracting(finding -> finding.field())
        .containsExactly("status_" + TWO);
  }

  @Test
  void noteShouldNotGetLostWhenNoStatusIsChosen() {
    CheckInForm read =
        CheckInForm.read(
            Form.of(Map.of("status_" + ONE, "started", "note_" + TWO, "No time at all")),
            PLAN,
            LATE);

    assertThat(read.findings())
        .extracting(finding -> finding.field(), finding -> finding.sentence("en"))
        .containsExactly(
            tuple("status_" + TWO, "Choose how it goes, so that your note has its place."));
  }

  @Test
  void checkInShouldBeOvertakenWhenItIsAboutNoneOfTheActions() {
    Form old = Form.of(Map.of("status_" + UUID.randomUUID(), "applied"));

    assertThat(CheckInForm.read(old, PLAN, LATE).overtaken()).isTrue();
    assertThat(CheckInForm.read(old, PLAN, LATE).findings()).isEmpty();
    assertThat(CheckInForm.read(Form.of(Map.of()), PLAN, LATE).overtaken()).isFalse();
  }

  private static ProgressReport report(UUID action, ProgressStatus status, Instant at) {
    return new ProgressReport(action, status, null, at);
  }

  private static PlannedAction action(UUID id) {
    LocalDate day = LocalDate.parse("2027-01-20");
    return new PlannedAction(id, "When A calls", "I ask", "Card", day, day, null, null);
  }
}
