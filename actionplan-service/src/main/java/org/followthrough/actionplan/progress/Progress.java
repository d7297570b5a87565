package org.followthrough.actionplan.progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.actionplan.plan.Plan;

/** All reports of one enrollment, oldest first. */
public record Progress(List<ProgressReport> reports) {

  public Progress {
    reports = List.copyOf(reports);
  }

  /** The latest report on an action. */
  public Optional<ProgressReport> latest(UUID actionId) {
    return Optional.ofNullable(latest().get(actionId));
  }

  /** The latest report on each action. */
  public Map<UUID, ProgressReport> latest() {
    var latest = new LinkedHashMap<UUID, ProgressReport>();
    reports.forEach(report -> latest.put(report.actionId(), report));
    return latest;
  }

  /** Whether every action of the plan was last reported as applied. */
  public boolean isAllApplied(Plan plan) {
    return plan.actions().stream()
        .allMatch(
            action ->
                latest(action.actionId())
                    .filter(report -> report.status() == ProgressStatus.APPLIED)
                    .isPresent());
  }

  /** These reports and then those. */
  public Progress with(List<ProgressReport> more) {
    var all = new ArrayList<>(reports);
    all.addAll(more);
    return new Progress(all);
  }
}
