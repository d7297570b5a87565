package org.followthrough.reminder.explain;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.followthrough.reminder.journey.PlanningReason;

/** Reasons in plain words. */
final class Explanations {

  private static final Map<String, String> PLANNING =
      Arrays.stream(PlanningReason.values())
          .collect(Collectors.toMap(PlanningReason::code, PlanningReason::words));

  private Explanations() {}

  /** The words for a reason's code; null where there is no reason. */
  static String of(String code) {
    return code == null ? null : PLANNING.getOrDefault(code, readable(code));
  }

  private static String readable(String code) {
    return code.replace('-', ' ');
  }
}
