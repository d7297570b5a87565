package org.followthrough.actionplan.plan;

import java.util.List;

/** What became of a draft. */
public sealed interface PlanOutcome {

  /** It is the first version now. */
  record Committed(Plan plan) implements PlanOutcome {}

  /** It is a new version now. */
  record Revised(Plan plan) implements PlanOutcome {}

  /** It says what stands already. */
  record Unchanged(Plan plan) implements PlanOutcome {}

  /** It lacks something. */
  record Refused(List<PlanFinding> findings) implements PlanOutcome {
    public Refused {
      findings = List.copyOf(findings);
    }
  }

  /** Another version was committed since the draft was begun. */
  record Overtaken(Plan plan) implements PlanOutcome {}
}
