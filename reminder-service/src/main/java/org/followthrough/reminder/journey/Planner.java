package org.followthrough.reminder.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.reminder.cadence.Anchor;
import org.followthrough.reminder.cadence.SendingTime;
import org.followthrough.reminder.cadence.StaleAfter;
import org.followthrough.reminder.cadence.Step;

/**
 * Facts become touches. Pure and total: the same facts in the same circumstances make the same
 * touches, whatever the time is and whatever was planned before. What is pointless as things stand
 * is in the list too, with the reason it is withheld for.
 */
final class Planner {

  static final Comparator<Touch> SENDING_ORDER =
      Comparator.comparing(Touch::dueAt)
          .thenComparing(touch -> touch.step().key())
          .thenComparing(Touch::occurrence);

  // Two questions with one number would be a mistake of their source; then the last of these
  // counts.
  private static final Comparator<Booster> LIVE_AND_NEWEST_LAST =
      Comparator.comparing((Booster booster) -> !booster.isOver())
          .thenComparing(booster -> booster.schedule().version())
          .thenComparing(Booster::boosterId);

  private final UUID enrollmentId;
  private final Facts facts;
  private final Circumstances circumstances;
  private final Withholding withholding;
  private final TouchContent content;
  private final Map<UUID, Touch> touches = new HashMap<>();

  private Planner(UUID enrollmentId, Facts facts, Circumstances circumstances) {
    this.enrollmentId = enrollmentId;
    this.facts = facts;
    this.circumstances = circumstances;
    this.withholding = new Withholding(facts, circumstances.learner());
    this.content = new TouchContent(facts, circumstances.learner().zone());
  }

  /** The touches of an enrollment in sending order; none while the enrollment is not known. */
  static List<Touch> plan(UUID enrollmentId, Facts facts, Circumstances circumstances) {
    if (facts.erased() || facts.enrollment() == null) {
      return List.of();
    }
    return new Planner(enrollmentId, facts, circumstances).plan();
  }

  private List<Touch> plan() {
    circumstances.cadence().steps().forEach(this::plan);
    return touches.values().stream().sorted(SENDING_ORDER).toList();
  }

  private void plan(Step step) {
    if (step.anchor() == Anchor.BOOSTER_DUE) {
      planBoosters(step);
      return;
    }
    LocalDate anchorDay = anchorDay(step.anchor());
    if (anchorDay == null) {
      return;
    }
    SendingTime time = sendingTime(step);
    PlanningReason withheld = withholding.of(step);
    JsonNode contents = content.of(step);
    LocalDate lastDay = LocalDate.MIN;
    for (int occurrence = 0; occurrence < step.offsets().size(); occurrence++) {
      ZonedDateTime due = time.due(anchorDay, moment(step.anchor()), occurrence);
      // A weekend moves a contact and its reminder to the same Monday: one is enough.
      boolean again = withheld == null && !due.toLocalDate().isAfter(lastDay);
      PlanningReason reason = again ? PlanningReason.SAME_DAY : withheld;
      add(step, occurrence, due, staleAfter(step, due), reason, contents);
      lastDay = due.toLocalDate().isAfter(lastDay) ? due.toLocalDate() : lastDay;
    }
  }

  private void planBoosters(Step step) {
    SendingTime time = sendingTime(step);
    facts.boosters().values().stream()
        .filter(booster -> booster.schedule() != null)
        .sorted(LIVE_AND_NEWEST_LAST)
        .forEach(booster -> planBooster(step, time, booster));
  }

  private void planBooster(Step step, SendingTime time, Booster booster) {
    LocalDate expiresOn = booster.schedule().expiresOn();
    ZonedDateTime due = time.due(booster.schedule().dueOn(), null, 0);
    if (due.toLocalDate().isAfter(expiresOn)) {
      // The next working day would be too late: rather on its own day.
      due = time.at(booster.schedule().dueOn());
    }
    Instant stale = expiresOn.plusDays(1).atStartOfDay(due.getZone()).toInstant();
    int occurrence = booster.schedule().sequence();
    add(step, occurrence, due, stale, withholding.of(booster), content.of(booster));
  }

  private void add(
      Step step,
      int occurrence,
      ZonedDateTime due,
      Instant stale,
      PlanningReason withheld,
      JsonNode contents) {
    UUID touchId = Touch.id(enrollmentId, step.key(), occurrence);
    touches.put(
        touchId,
        new Touch(
            touchId,
            step,
            occurrence,
            due.getZone(),
            due.toLocalDate(),
            // No finer than the table keeps it, else every look would see a change.
            due.toInstant().truncatedTo(ChronoUnit.MICROS),
            stale,
            withheld,
            circumstances.cadenceKnown() ? null : PlanningReason.UNKNOWN_CADENCE,
            contents));
  }

  private SendingTime sendingTime(Step step) {
    return new SendingTime(step, circumstances.zoneOf(step.audience()), circumstances.calendar());
  }

  private LocalDate anchorDay(Anchor anchor) {
    return switch (anchor) {
      case COHORT_START -> facts.enrollment().startsOn();
      case ENROLLED, COMPLETED, PLAN_COMMITTED -> learnersDay(moment(anchor));
      case ACTION_DUE -> lastActionDue();
      case BOOSTER_DUE -> null;
    };
  }

  private Instant moment(Anchor anchor) {
    return switch (anchor) {
      case ENROLLED -> facts.enrollment().enrolledAt();
      case COMPLETED -> facts.enrollment().completedAt();
      case PLAN_COMMITTED -> facts.plan() == null ? null : facts.plan().firstCommittedAt();
      case COHORT_START, ACTION_DUE, BOOSTER_DUE -> null;
    };
  }

  private LocalDate learnersDay(Instant moment) {
    return Optional.ofNullable(moment)
        .map(at -> at.atZone(circumstances.learner().zone()).toLocalDate())
        .orElse(null);
  }

  private LocalDate lastActionDue() {
    return facts.plan() == null
        ? null
        : facts.plan().actions().stream()
            .map(PlanState.PlannedAction::dueOn)
            .filter(day -> day != null)
            .max(Comparator.naturalOrder())
            .orElse(null);
  }

  private Instant staleAfter(Step step, ZonedDateTime due) {
    StaleAfter rule = step.staleAfter();
    LocalDate startsOn = facts.enrollment().startsOn();
    if (rule.kind() == StaleAfter.Kind.PERIOD) {
      return due.toLocalDate()
          .plus(rule.period())
          .atTime(due.toLocalTime())
          .atZone(due.getZone())
          .toInstant();
    }
    return startsOn == null
        ? due.plusDays(1).toInstant()
        : startsOn.atStartOfDay(due.getZone()).toInstant();
  }
}
