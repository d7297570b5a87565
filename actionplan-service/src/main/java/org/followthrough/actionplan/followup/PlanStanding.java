package org.followthrough.actionplan.followup;

/**
 * How the plan stands, by its versions; 0 for none.
 *
 * @param planVersion the latest
 * @param agreedVersion the one the manager agreed
 * @param appliedVersion the one of which every action is applied
 */
public record PlanStanding(int planVersion, int agreedVersion, int appliedVersion) {

  static final PlanStanding NO_PLAN = new PlanStanding(0, 0, 0);

  /** Whether the manager agreed the plan as it stands. */
  public boolean isAgreed() {
    return planVersion > 0 && agreedVersion == planVersion;
  }

  public PlanStatus status() {
    return PlanStatus.of(planVersion, agreedVersion, appliedVersion);
  }
}
