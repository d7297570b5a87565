package org.followthrough.actionplan.plan;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** A committed plan in one of its versions. */
public record Plan(int planVersion, String goal, List<PlannedAction> actions, Instant committedAt) {

  public Plan {
    actions = List.copyOf(actions);
  }

  /** The first version. */
  public static Plan commit(PlanDraft draft, Supplier<UUID> newId, Instant at) {
    return next(Optional.empty(), draft, newId, at);
  }

  /** The next version; empty where the draft says what already stands. */
  public Optional<Plan> revise(PlanDraft draft, Supplier<UUID> newId, Instant at) {
    Plan next = next(Optional.of(this), draft, newId, at);
    return next.goal.equals(goal) && next.actions.equals(actions)
        ? Optional.empty()
        : Optional.of(next);
  }

  public Optional<PlannedAction> action(UUID actionId) {
    return actions.stream().filter(action -> action.actionId().equals(actionId)).findFirst();
  }

  private static Plan next(
      Optional<Plan> standing, PlanDraft draft, Supplier<UUID> newId, Instant at) {
    Set<UUID> taken = new HashSet<>();
    draft.actions().forEach(action -> taken.add(action.actionId()));
    List<PlannedAction> actions =
        draft.actions().stream()
            .map(action -> action.as(identity(standing, action, taken, newId)))
            .toList();
    return new Plan(standing.map(Plan::planVersion).orElse(0) + 1, draft.goal(), actions, at);
  }

  // An action keeps its id where it is named, or where its cue and response are word for word the
  // same: what was reported about it then still belongs to it.
  private static UUID identity(
      Optional<Plan> standing, ActionDraft draft, Set<UUID> taken, Supplier<UUID> newId) {
    if (draft.actionId() != null) {
      return draft.actionId();
    }
    UUID id =
        standing.stream()
            .flatMap(plan -> plan.actions.stream())
            .filter(action -> action.hasSameCue(draft) && !taken.contains(action.actionId()))
            .findFirst()
            .map(PlannedAction::actionId)
            .orElseGet(newId);
    taken.add(id);
    return id;
  }
}
