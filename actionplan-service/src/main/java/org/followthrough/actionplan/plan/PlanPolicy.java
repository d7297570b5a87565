package org.followthrough.actionplan.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.followthrough.actionplan.text.FreeText;

/** When a draft is a plan: each action has a cue, a deed, a first step soon, and a due day. */
public final class PlanPolicy {

  /** More actions than this are taken, with kind advice. */
  public static final int ADVISED_ACTIONS = 3;

  /** More actions than this are refused. */
  public static final int MOST_ACTIONS = 5;

  public static final int LONGEST_TEXT = 500;
  private static final int FIRST_STEP_DAYS = 14;

  private final LocalDate today;
  private final Optional<Plan> standing;
  private final List<PlanFinding> findings = new ArrayList<>();

  private PlanPolicy(LocalDate today, Optional<Plan> standing) {
    this.today = today;
    this.standing = standing;
  }

  /**
   * What the draft lacks, at most one finding for each part; empty where it is a plan.
   *
   * @param today the learner's day
   * @param standing the plan it would change: days that it leaves as they are may have passed
   */
  public static List<PlanFinding> review(
      PlanDraft draft, LocalDate today, Optional<Plan> standing) {
    var policy = new PlanPolicy(today, standing);
    policy.goal(draft.goal());
    policy.number(draft.actions().size());
    // Of a hostile thousand, the first few tell enough.
    List<ActionDraft> reviewed =
        draft.actions().subList(0, Math.min(MOST_ACTIONS, draft.actions().size()));
    policy.identities(reviewed);
    for (int i = 0; i < reviewed.size(); i++) {
      policy.action(i, reviewed.get(i));
    }
    return List.copyOf(policy.findings);
  }

  /** The last day for a first step. */
  public static LocalDate lastFirstStep(LocalDate today) {
    return today.plusDays(FIRST_STEP_DAYS);
  }

  private void goal(String goal) {
    if (isReadable(-1, PlanPart.GOAL, goal, PlanFault.GOAL_MISSING) && Vagueness.isWish(goal)) {
      add(-1, PlanPart.GOAL, PlanFault.GOAL_VAGUE, goal);
    }
  }

  private void number(int actions) {
    if (actions == 0) {
      add(-1, PlanPart.ACTIONS, PlanFault.ACTIONS_MISSING, "");
    } else if (actions > MOST_ACTIONS) {
      add(-1, PlanPart.ACTIONS, PlanFault.ACTIONS_TOO_MANY, "");
    }
  }

  private void identities(List<ActionDraft> actions) {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < actions.size(); i++) {
      ActionDraft draft = actions.get(i);
      identity(i, draft, seen);
      if (draft.situation() != null && !seen.add(List.of(draft.situation(), "" + draft.action()))) {
        add(i, PlanPart.SITUATION, PlanFault.ACTION_TWICE, "");
      }
    }
  }

  private void identity(int index, ActionDraft draft, Set<Object> seen) {
    if (draft.actionId() == null) {
      return;
    }
    if (standing.flatMap(plan -> plan.action(draft.actionId())).isEmpty()) {
      add(index, PlanPart.ACTION_ID, PlanFault.ACTION_UNKNOWN, "");
    } else if (!seen.add(draft.actionId())) {
      add(index, PlanPart.ACTION_ID, PlanFault.ACTION_TWICE, "");
    }
  }

  private void action(int index, ActionDraft draft) {
    situation(index, draft.situation());
    deed(index, draft.action());
    firstStep(index, draft.firstStep());
    firstStepOn(index, draft);
    dueOn(index, draft);
    barrier(index, draft);
  }

  private void situation(int index, String situation) {
    if (!isReadable(index, PlanPart.SITUATION, situation, PlanFault.SITUATION_MISSING)) {
      return;
    }
    if (Vagueness.isNoCue(situation)) {
      add(index, PlanPart.SITUATION, PlanFault.SITUATION_VAGUE, situation);
    } else if (Vagueness.isOneWord(situation)) {
      add(index, PlanPart.SITUATION, PlanFault.SITUATION_SHORT, situation);
    }
  }

  private void deed(int index, String deed) {
    if (isReadable(index, PlanPart.ACTION, deed, PlanFault.DEED_MISSING)
        && Vagueness.isWish(deed)) {
      add(index, PlanPart.ACTION, PlanFault.DEED_VAGUE, deed);
    }
  }

  private void firstStep(int index, String step) {
    if (isReadable(index, PlanPart.FIRST_STEP, step, PlanFault.FIRST_STEP_MISSING)
        && Vagueness.isMereStart(step)) {
      add(index, PlanPart.FIRST_STEP, PlanFault.FIRST_STEP_VAGUE, step);
    }
  }

  private void firstStepOn(int index, ActionDraft draft) {
    LocalDate day = draft.firstStepOn();
    if (day == null) {
      add(index, PlanPart.FIRST_STEP_ON, PlanFault.FIRST_STEP_DAY_MISSING, "");
    } else if (standing(draft).map(PlannedAction::firstStepOn).filter(day::equals).isPresent()) {
      return;
    } else if (day.isBefore(today)) {
      add(index, PlanPart.FIRST_STEP_ON, PlanFault.FIRST_STEP_PAST, "");
    } else if (day.isAfter(lastFirstStep(today))) {
      add(index, PlanPart.FIRST_STEP_ON, PlanFault.FIRST_STEP_LATE, lastFirstStep(today));
    }
  }

  private void dueOn(int index, ActionDraft draft) {
    LocalDate day = draft.dueOn();
    if (day == null) {
      add(index, PlanPart.DUE_ON, PlanFault.DUE_MISSING, "");
    } else if (draft.firstStepOn() != null && day.isBefore(draft.firstStepOn())) {
      add(index, PlanPart.DUE_ON, PlanFault.DUE_BEFORE_START, "");
    } else if (standing(draft).map(PlannedAction::dueOn).filter(day::equals).isPresent()) {
      return;
    } else if (day.isBefore(today)) {
      add(index, PlanPart.DUE_ON, PlanFault.DUE_PAST, "");
    } else if (day.isAfter(today.plusYears(1))) {
      add(index, PlanPart.DUE_ON, PlanFault.DUE_FAR, "");
    }
  }

  private void barrier(int index, ActionDraft draft) {
    isReadable(index, PlanPart.BARRIER, draft.barrier(), null);
    boolean lacksEnabler = draft.barrier() != null && draft.enabler() == null;
    isReadable(
        index, PlanPart.ENABLER, draft.enabler(), lacksEnabler ? PlanFault.ENABLER_MISSING : null);
  }

  private Optional<PlannedAction> standing(ActionDraft draft) {
    return standing.flatMap(
        plan ->
            plan.actions().stream()
                .filter(
                    action ->
                        draft.actionId() == null
                            ? draft.situation() != null && action.hasSameCue(draft)
                            : action.actionId().equals(draft.actionId()))
                .findFirst());
  }

  private boolean isReadable(int index, PlanPart part, String text, PlanFault ifMissing) {
    if (text == null) {
      if (ifMissing != null) {
        add(index, part, ifMissing, "");
      }
      return false;
    }
    if (FreeText.isUnreadable(text)) {
      add(index, part, PlanFault.UNREADABLE, "");
      return false;
    }
    if (text.length() > LONGEST_TEXT) {
      add(index, part, PlanFault.TOO_LONG, Integer.toString(LONGEST_TEXT));
      return false;
    }
    return true;
  }

  private void add(int index, PlanPart part, PlanFault fault, Object quoted) {
    if (findings.stream().noneMatch(f -> f.index() == index && f.part() == part)) {
      findings.add(new PlanFinding(index, part, fault, quoted));
    }
  }
}
