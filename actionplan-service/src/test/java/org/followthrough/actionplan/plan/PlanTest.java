package org.followthrough.actionplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.followthrough.actionplan.text.Form;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final Instant NOW = Instant.parse("2027-01-19T15:00:00Z");

  @Test
  void planShouldKeepTheIdOfAnActionWhoseCueAndDeedStand() {
    Plan first =
        Plan.commit(
            draft(action(null, "When A calls"), action(null, "When B calls")),
            UUID::randomUUID,
            NOW);
    Plan second =
        first
            .revise(
                draft(action(null, "When B calls"), action(null, "When C calls")),
                UUID::randomUUID,
                NOW)
            .orElseThrow();

    assertThat(second.planVersion()).isEqualTo(2);
    assertThat(second.actions().get(0).actionId()).isEqualTo(first.actions().get(1).actionId());
    assertThat(first.action(second.actions().get(1).actionId())).isEmpty();
  }

  @Test
  void planShouldKeepTheIdOfAnActionThatIsNamedThoughItsWordsChange() {
    Plan first = Plan.commit(draft(action(null, "When A calls")), UUID::randomUUID, NOW);
    UUID id = first.actions().get(0).actionId();
    Plan second =
        first
            .revise(
                draft(action(null, "When A calls"), action(id, "When A rings")),
                UUID::randomUUID,
                NOW)
            .orElseThrow();

    assertThat(second.actions().get(1).actionId()).isEqualTo(id);
    assertThat(second.actions().get(0).actionId()).isNotEqualTo(id);
  }

  @Test
  void planShouldNotBeRevisedByTheSameWords() {
    Plan first = Plan.commit(draft(action(null, "When A calls")), UUID::randomUUID, NOW);

    assertThat(first.revise(draft(action(null, " When  A calls ")), UUID::randomUUID, NOW))
        .isEmpty();
  }

  @Test
  void planShouldBeReadFromAFormWithoutTheGaps() {
    PlanForm read =
        PlanForm.read(
            Form.of(
                Map.of(
                    "goal", "Calm",
                    "situation2", "When A calls",
                    "firstStepOn2", "31.1.2027",
                    "actionId1", UUID.randomUUID().toString(),
                    "dueOn3", "2027-02-30")));

    assertThat(read.draft().actions()).hasSize(2);
    assertThat(read.draft().actions().get(0).actionId()).isNull();
    assertThat(read.form().raw("situation1")).isEqualTo("When A calls");
    assertThat(read.findings())
        .extracting(finding -> finding.field())
        .containsExactly("firstStepOn1", "dueOn2");
    assertThat(read.basedOn()).isNegative();
  }

  private static PlanDraft draft(ActionDraft... actions) {
    return new PlanDraft("Calm talks with customers", List.of(actions));
  }

  private static ActionDraft action(UUID id, String situation) {
    LocalDate day = LocalDate.parse("2027-01-20");
    return new ActionDraft(id, situation, "I ask first", "Write a card", day, day, null, null);
  }
}
