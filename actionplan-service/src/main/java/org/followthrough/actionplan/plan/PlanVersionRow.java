package org.followthrough.actionplan.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventJson;
import org.hibernate.annotations.ColumnTransformer;

@Entity
@Table(name = "plan_versions")
class PlanVersionRow {

  @Id
  @Column(name = "plan_version_id")
  private UUID planVersionId;

  @Column(name = "enrollment_id")
  private UUID enrollmentId;

  @Column(name = "plan_version")
  private int planVersion;

  private String goal;

  // The inner cast keeps the driver from encoding the text as a JSON string.
  @ColumnTransformer(read = "CAST(actions AS text)", write = "CAST(CAST(? AS text) AS jsonb)")
  private String actions;

  @Column(name = "committed_at")
  private Instant committedAt;

  /** For Hibernate. */
  protected PlanVersionRow() {}

  PlanVersionRow(UUID enrollmentId, Plan plan) {
    this.planVersionId = EventComposer.newId();
    this.enrollmentId = enrollmentId;
    this.planVersion = plan.planVersion();
    this.goal = plan.goal();
    this.actions = new String(EventJson.write(plan.actions()), StandardCharsets.UTF_8);
    this.committedAt = plan.committedAt();
  }

  Plan plan() {
    byte[] json = actions.getBytes(StandardCharsets.UTF_8);
    return new Plan(
        planVersion, goal, List.of(EventJson.read(json, PlannedAction[].class)), committedAt);
  }
}
