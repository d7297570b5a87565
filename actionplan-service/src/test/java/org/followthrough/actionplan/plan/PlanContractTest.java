package org.followthrough.actionplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.followthrough.actionplan.Schemas;
import org.followthrough.kit.event.EventJson;
import org.junit.jupiter.api.Test;

class PlanContractTest {

  private static final UUID ID = UUID.randomUUID();

  @Test
  void publishesWhatTheSchemasPromise() {
    assertThat(faults(ActionPlanCommitted.TYPE, ActionPlanCommitted.of(ID, ID, ID, plan(1, null))))
        .isEmpty();
    assertThat(faults(ActionPlanRevised.TYPE, ActionPlanRevised.of(ID, ID, ID, plan(2, "Traffic"))))
        .isEmpty();
  }

  private static Plan plan(int version, String barrier) {
    LocalDate day = LocalDate.parse("2027-01-20");
    var action =
        new PlannedAction(
            ID, "When A calls", "I ask", "Card", day, day.plusDays(30), barrier, barrier);
    return new Plan(version, "Calm", List.of(action), Instant.EPOCH);
  }

  private static List<String> faults(String type, Object payload) {
    return Schemas.faults(type, new String(EventJson.write(payload), StandardCharsets.UTF_8));
  }
}
