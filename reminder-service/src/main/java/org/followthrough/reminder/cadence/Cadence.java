package org.followthrough.reminder.cadence;

import java.util.List;

/** The reusable list of steps a journey follows. */
public record Cadence(String cadenceId, List<Step> steps) {
  public Cadence {
    steps = List.copyOf(steps);
  }
}
