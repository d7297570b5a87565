package org.followthrough.actionplan.followup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a follow-up has come. */
public enum PlanStatus {
  /** No plan yet. */
  MISSING,
  /** The learner committed a plan. */
  COMMITTED,
  /** The manager agreed the plan as it stands. */
  AGREED,
  /** Every action of the plan as it stands is applied. */
  APPLIED;

  /**
   * Decides by the versions of the plan: the latest, the agreed and the applied one, 0 for none.
   */
  public static PlanStatus of(int planVersion, int agreedVersion, int appliedVersion) {
    if (planVersion == 0) {
      return MISSING;
    }
    if (appliedVersion == planVersion) {
      return APPLIED;
    }
    return agreedVersion == planVersion ? AGREED : COMMITTED;
  }

  /** As the API and the database write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PlanStatus> ofKey(String key) {
    return Arrays.stream(values()).filter(status -> status.key().equals(key)).findFirst();
  }
}
