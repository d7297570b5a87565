package org.followthrough.actionplan.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.actionplan.followup.PlanStanding;
import org.followthrough.actionplan.plan.Plan;
import org.followthrough.actionplan.progress.Progress;
import org.followthrough.actionplan.progress.ProgressReport;
import org.followthrough.actionplan.progress.ProgressStatus;
import org.followthrough.actionplan.reflection.Reflection;
import org.followthrough.actionplan.talk.Talk;
import org.followthrough.actionplan.talk.TalkKind;
import org.junit.jupiter.api.Test;

class CompletenessTest {

  private static final Instant NOW = Instant.parse("2027-01-19T15:00:00Z");

  @Test
  void completenessShouldNameTheIngredientThatIsMissing() {
    assertThat(of(false, false, null, false)).isEqualTo(Ingredient.REFLECTION);
    assertThat(of(true, false, null, false)).isEqualTo(Ingredient.ACTIONS);
    assertThat(of(true, true, null, false)).isEqualTo(Ingredient.ACCOUNTABILITY);
    assertThat(of(true, true, TalkKind.BEFORE, true)).isEqualTo(Ingredient.ACCOUNTABILITY);
    assertThat(of(true, true, TalkKind.AFTER, false)).isEqualTo(Ingredient.FOLLOW_UP);
    assertThat(of(false, true, TalkKind.AFTER, true)).isEqualTo(Ingredient.REFLECTION);
    assertThat(of(true, true, TalkKind.AFTER, true)).isNull();
  }

  @Test
  void completenessShouldListAllThatIsMissingInOrder() {
    Completeness completeness = story(false, true, null, false).completeness();

    assertThat(completeness.present()).containsExactly(Ingredient.ACTIONS);
    assertThat(completeness.missing())
        .containsExactly(Ingredient.REFLECTION, Ingredient.ACCOUNTABILITY, Ingredient.FOLLOW_UP);
  }

  private static Ingredient of(
      boolean reflected, boolean planned, TalkKind talk, boolean reported) {
    return story(reflected, planned, talk, reported).completeness().next().orElse(null);
  }

  private static FollowUpStory story(
      boolean reflected, boolean planned, TalkKind talk, boolean reported) {
    var report = new ProgressReport(UUID.randomUUID(), ProgressStatus.STARTED, null, NOW);
    return new FollowUpStory(
        new PlanStanding(0, 0, 0),
        Optional.empty(),
        reflected ? Optional.of(new Reflection("a", "b", NOW)) : Optional.empty(),
        planned ? List.of(new Plan(1, "Calm", List.of(), NOW)) : List.of(),
        talk == null ? List.of() : List.of(talk(talk)),
        new Progress(reported ? List.of(report) : List.of()));
  }

  private static Talk talk(TalkKind kind) {
    return new Talk(
        kind, 1, UUID.randomUUID(), LocalDate.parse("2027-01-19"), null, false, null, NOW);
  }
}
