package org.followthrough.actionplan.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.followthrough.actionplan.Examples;
import org.followthrough.kit.testing.EventContracts;
import org.junit.jupiter.api.Test;

class PlanContractTest {

  private static final UUID ID = UUID.randomUUID();

  @Test
  void payloadsShouldBeWhatTheSchemasPromise() {
    EventContracts.assertValid(
        ActionPlanCommitted.TYPE, ActionPlanCommitted.of(ID, ID, ID, plan(1, null)));
    EventContracts.assertValid(
        ActionPlanRevised.TYPE, ActionPlanRevised.of(ID, ID, ID, plan(2, "Traffic")));
  }

  @Test
  void payloadsShouldBeAllThatTheExamplesShow() {
    Examples.assertWrittenByUs(ActionPlanCommitted.TYPE, ActionPlanCommitted.class);
    Examples.assertWrittenByUs(ActionPlanRevised.TYPE, ActionPlanRevised.class);
  }

  private static Plan plan(int version, String barrier) {
    LocalDate day = LocalDate.parse("2027-01-20");
    var action =
        new PlannedAction(
            ID, "When A calls", "I ask", "Card", day, day.plusDays(30), barrier, barrier);
    return new Plan(version, "Calm", List.of(action), Instant.EPOCH);
  }
}
