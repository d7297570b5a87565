package org.followthrough.reminder.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The dry run: a journey's touches by the same planner, each judged by what will be known when it
 * is due. So the invitation to plan is planned up to the day of the plan, and withheld after it.
 */
final class Preview {

  private static final UUID TRIED = new UUID(0, 0);
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final int BOOSTER_DAYS = 7;

  private final PreviewRequest request;
  private final Facts base;
  private final Circumstances circumstances;
  private final NavigableMap<Instant, Facts> known = new TreeMap<>();

  private Preview(PreviewRequest request, Facts base, Circumstances circumstances) {
    this.request = request;
    this.base = base;
    this.circumstances = circumstances;
  }

  static PreviewPage of(PreviewRequest request, Facts base, Circumstances circumstances) {
    return new Preview(request, base, circumstances).page();
  }

  private PreviewPage page() {
    learnStepByStep();
    Map<Facts, Map<UUID, Touch>> plans = new HashMap<>();
    known.values().forEach(facts -> plans.computeIfAbsent(facts, this::plan));
    List<PreviewPage.Item> items = new ArrayList<>();
    for (Touch touch : Planner.plan(TRIED, known.lastEntry().getValue(), circumstances)) {
      Touch then = plans.get(known.floorEntry(touch.dueAt()).getValue()).get(touch.touchId());
      if (!isAfterTheEnd(touch)) {
        items.add(PreviewPage.Item.of(touch, then == null ? touch.withheld() : then.withheld()));
      }
    }
    return new PreviewPage(circumstances.cadence().cadenceId(), items);
  }

  private Map<UUID, Touch> plan(Facts facts) {
    return Planner.plan(TRIED, facts, circumstances).stream()
        .collect(Collectors.toMap(Touch::touchId, touch -> touch));
  }

  private boolean isAfterTheEnd(Touch touch) {
    return request.until() != null && touch.localDate().isAfter(request.until());
  }

  private void learnStepByStep() {
    Facts facts = base.with(enrollment(false));
    for (LocalDate dueOn : days(request.boosters())) {
      facts = facts.with(booster(dueOn, facts.boosters().size() + 1));
    }
    known.put(Instant.MIN, facts);
    if (request.completedAt() != null) {
      learn(request.completedAt(), enrollment(true));
    }
    if (request.planCommittedOn() != null) {
      Instant at = morning(request.planCommittedOn());
      learn(at, PlanState.of(1, "", List.of(anyAction()), at));
    }
  }

  private void learn(Instant at, Finding finding) {
    known.put(at, known.headMap(at, true).lastEntry().getValue().with(finding));
    known.tailMap(at, false).replaceAll((later, facts) -> facts.with(finding));
  }

  private EnrollmentState enrollment(boolean completed) {
    EnrollmentState before = base.enrollment();
    boolean isCompleted = completed || (before != null && before.completedAt() != null);
    return new EnrollmentState(
        (before == null ? 0 : before.version()) + (completed ? 2 : 1),
        isCompleted ? EnrollmentState.Status.COMPLETED : EnrollmentState.Status.ENROLLED,
        given(request.startsOn(), before == null ? null : before.startsOn()),
        given(request.endsOn(), before == null ? null : before.endsOn()),
        given(request.enrolledAt(), before == null ? null : before.enrolledAt()),
        completed ? request.completedAt() : before == null ? null : before.completedAt(),
        null);
  }

  private static Booster booster(LocalDate dueOn, int sequence) {
    UUID boosterId = Touch.id(TRIED, "booster", sequence);
    return Booster.scheduled(
        boosterId,
        new Booster.Schedule(1, sequence, "", List.of(), dueOn, dueOn.plusDays(BOOSTER_DAYS)));
  }

  private PlanState.PlannedAction anyAction() {
    return new PlanState.PlannedAction(TRIED, "", "", "", request.planCommittedOn());
  }

  private Instant morning(LocalDate day) {
    ZoneId zone = circumstances.learner().zone();
    return day.atTime(MORNING).atZone(zone).toInstant();
  }

  private static List<LocalDate> days(List<LocalDate> days) {
    return days == null ? List.of() : days.stream().sorted().toList();
  }

  private static <T> T given(T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
